/** Whether two columns hold the same figures; a figure that is missing in both is the same. */
const isSame = (a: Float64Array, b: Float64Array): boolean => {
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row++) {
    const left = a[row] ?? Number.NaN;
    const right = b[row] ?? Number.NaN;
    if (left !== right && !(Number.isNaN(left) && Number.isNaN(right))) return false;
  }
  return true;
};

/**
 * What follows from some columns of a subject and from `key`, kept until one of them is another: the futures of a
 * county, and the years of each, share most of their figures, and comparing them costs less than reading them anew.
 */
export const whileSame = <S, T>(columnsOf: (subject: S) => readonly Float64Array[], derive: (subject: S) => T) => {
  let known: { readonly columns: readonly Float64Array[]; readonly key: string; readonly value: T } | null = null;
  return (subject: S, key: string): T => {
    const columns = columnsOf(subject);
    const stands =
      known !== null && known.key === key && known.columns.every((column, place) => isSame(column, columns[place] ?? new Float64Array()));
    if (known !== null && stands) return known.value;
    const value = derive(subject);
    known = { columns: columns.map((column) => column.slice()), key, value };
    return value;
  };
};
