/**
 * WebAssembly text → bytes, for as much of the language as our modules need: one imported memory, one
 * exported function, instructions in the flat form with numeric labels. Throws on anything else.
 */

const sections = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;
const valueTypes: Readonly<Record<string, number>> = { i32: 0x7f, f64: 0x7c, v128: 0x7b };

/** Instructions that open a block without a result. */
const blocks: Readonly<Record<string, number>> = { block: 0x02, loop: 0x03, if: 0x04 };
/** Instructions without operands of their own. */
const plain: Readonly<Record<string, number>> = {
  else: 0x05,
  end: 0x0b,
  "i32.eq": 0x46,
  "i32.ne": 0x47,
  "i32.lt_s": 0x48,
  "i32.popcnt": 0x69,
  "i32.add": 0x6a,
  "i32.and": 0x71,
  "i32.or": 0x72,
  "i32.xor": 0x73,
  "i32.shl": 0x74,
  "i32.trunc_f64_s": 0xaa,
};
/** Vector instructions without operands of their own: 0xfd and a number. */
const vector: Readonly<Record<string, number>> = {
  "i32x4.splat": 0x11,
  "f64x2.splat": 0x14,
  "f64x2.ne": 0x48,
  "f64x2.lt": 0x49,
  "f64x2.gt": 0x4a,
  "f64x2.le": 0x4b,
  "f64x2.ge": 0x4c,
  "v128.and": 0x4e,
  "v128.or": 0x50,
  "v128.xor": 0x51,
  "v128.bitselect": 0x52,
  "i8x16.bitmask": 0x64,
  "i8x16.narrow_i16x8_s": 0x65,
  "i16x8.narrow_i32x4_s": 0x85,
  "i32x4.shl": 0xab,
  "i32x4.shr_u": 0xad,
  "i32x4.add": 0xae,
  "i64x2.all_true": 0xc3,
  "f64x2.abs": 0xec,
  "f64x2.sqrt": 0xef,
  "f64x2.add": 0xf0,
  "f64x2.sub": 0xf1,
  "f64x2.mul": 0xf2,
  "f64x2.div": 0xf3,
  "f64x2.convert_low_i32x4_u": 0xff,
};
/** Instructions that reach into memory: code and alignment as a power of two. */
const memory: Readonly<Record<string, readonly [code: readonly number[], alignment: number]>> = {
  "f64.load": [[0x2b], 3],
  "i32.store": [[0x36], 2],
  "i32.store8": [[0x3a], 0],
  "v128.load": [[0xfd, 0x00], 4],
  "v128.load32_splat": [[0xfd, 0x09], 2],
  "v128.load64_splat": [[0xfd, 0x0a], 3],
  "v128.store": [[0xfd, 0x0b], 4],
};

const unsigned = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]);
const signed = (value: number): number[] => (value >= -64 && value < 64 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]);
const counted = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const named = (text: string): number[] => counted([...text].map((letter) => letter.charCodeAt(0)));
const doubleBytes = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)];

const fail = (what: string): never => {
  throw new SyntaxError(`no such WebAssembly here: ${what}`);
};

/** The bytes of a module. */
export const assemble = (text: string): Uint8Array<ArrayBuffer> => {
  const tokens = text.match(/"[^"]*"|[()]|[^\s()"]+/g) ?? [];
  let next = 0;
  const take = (): string => tokens[next++] ?? fail("the end of the text");
  const expect = (...wanted: readonly string[]): void => {
    for (const token of wanted) if (take() !== token) fail(`${tokens[next - 1]} instead of ${token}`);
  };
  const quoted = (): number[] => named(take().slice(1, -1));
  const wholeNumber = (token = take()): number => (/^-?(?:\d+|0x[0-9a-f]+)$/.test(token) ? Number(token) : fail(token));
  const typeOf = (token: string): number => valueTypes[token] ?? fail(token);

  expect("(", "module", "(", "import");
  const imported = [...quoted(), ...quoted()];
  expect("(", "memory");
  const pages = wholeNumber();
  expect(")", ")", "(", "func", "(", "export");
  const exported = quoted();
  expect(")");

  const names = new Map<string, number>();
  const declared = (kind: string): number[] => {
    const types: number[] = [];
    while (tokens[next] === "(" && tokens[next + 1] === kind) {
      next += 2;
      names.set(take(), names.size);
      types.push(typeOf(take()));
      expect(")");
    }
    return types;
  };
  const parameters = declared("param");
  const locals = declared("local");

  const localCodes: Readonly<Record<string, number>> = { "local.get": 0x20, "local.set": 0x21, "local.tee": 0x22 };
  const code: number[] = [];
  const instruction = (name: string): readonly number[] => {
    const ofLocal = localCodes[name];
    if (ofLocal !== undefined) {
      const local = take();
      return [ofLocal, ...unsigned(names.get(local) ?? fail(local))];
    }
    const access = memory[name];
    if (access !== undefined) {
      const offset = tokens[next]?.startsWith("offset=") === true ? wholeNumber(take().slice("offset=".length)) : 0;
      return [...access[0], access[1], ...unsigned(offset)];
    }
    const simple = plain[name];
    if (simple !== undefined) return [simple];
    const ofVector = vector[name];
    if (ofVector !== undefined) return [0xfd, ...unsigned(ofVector)];
    const opened = blocks[name];
    if (opened !== undefined) return [opened, 0x40];
    if (name === "br_if") return [0x0d, ...unsigned(wholeNumber())];
    if (name === "i32.const") return [0x41, ...signed(wholeNumber())];
    if (name === "f64.const") return [0x44, ...doubleBytes(take() === "nan" ? Number.NaN : fail("a number other than nan"))];
    if (name === "i8x16.shuffle") return [0xfd, 0x0d, ...Array.from({ length: 16 }, () => wholeNumber())];
    return fail(name);
  };
  for (let token = take(); token !== ")"; token = take()) code.push(...instruction(token));
  expect(")");

  const body = [...unsigned(locals.length), ...locals.flatMap((type) => [1, type]), ...code, 0x0b];
  const section = (id: number, content: readonly number[]): number[] => [id, ...counted(content)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(sections.type, [1, 0x60, ...counted(parameters), 0]),
    ...section(sections.import, [1, ...imported, 0x02, 0x00, ...unsigned(pages)]),
    ...section(sections.function, [1, 0]),
    ...section(sections.export, [1, ...exported, 0x00, 0]),
    ...section(sections.code, [1, ...counted(body)]),
  ]);
};
