import { bothStages, type Column, type CountyState, columnsIn, type Loan } from "./state";

/** All of a county at the end of a year. */
interface YearEnd {
  readonly year: number;
  /** Every column, one after the other. */
  readonly cells: Float64Array;
  readonly taught: CountyState["taught"];
  readonly raised: CountyState["raised"];
  readonly countyFacts: CountyState["countyFacts"];
  readonly feeders: CountyState["feeders"];
  readonly loans: readonly Loan[];
  /** Of each loan what years change: to whom its teachers return, and how many of them were there in the base year. */
  readonly lenders: readonly number[];
  readonly veterans: readonly number[];
  readonly spent: ReadonlyMap<string, number>;
  readonly closed: ReadonlyMap<string, number>;
  readonly grade7: readonly Column[];
}

/** Keeps the ends of a run's years, in memory that is used again, so that the county can be put back to each of them. */
export const yearEnds = (state: CountyState): { readonly keep: (index: number) => void; readonly restore: (index: number) => void } => {
  const columns = columnsIn(state);
  const rows = state.caps.primary.length;
  const kept: YearEnd[] = [];
  return {
    keep: (index) => {
      const cells = kept[index]?.cells ?? new Float64Array(columns.length * rows);
      for (let i = 0; i < columns.length; i += 1) cells.set(columns[i] ?? [], i * rows);
      kept[index] = {
        year: state.year,
        cells,
        taught: { primary: state.taught.primary.slice(), junior: state.taught.junior.slice() },
        raised: state.raised,
        countyFacts: state.countyFacts,
        feeders: state.feeders,
        loans: state.loans.slice(),
        lenders: state.loans.map(({ fromRow }) => fromRow),
        veterans: state.loans.map(({ veterans }) => veterans),
        spent: new Map(state.spent),
        closed: new Map(state.closed),
        grade7: state.cohorts.grade7.slice(1).map((column) => column.slice()),
      };
    },
    restore: (index) => {
      const end = kept[index];
      if (end === undefined) return;
      for (let i = 0; i < columns.length; i += 1) columns[i]?.set(end.cells.subarray(i * rows, (i + 1) * rows));
      for (const stage of bothStages) state.taught[stage].set(end.taught[stage]);
      state.year = end.year;
      state.work.measured = null;
      state.raised = end.raised;
      state.countyFacts = end.countyFacts;
      state.feeders = end.feeders;
      state.loans.length = 0;
      end.loans.forEach((loan, place) => {
        loan.fromRow = end.lenders[place] ?? loan.fromRow;
        loan.veterans = end.veterans[place] ?? loan.veterans;
        state.loans.push(loan);
      });
      state.spent.clear();
      for (const [lever, wan] of end.spent) state.spent.set(lever, wan);
      state.closed.clear();
      for (const [code, stayed] of end.closed) state.closed.set(code, stayed);
      state.cohorts.grade7.length = 1;
      state.cohorts.grade7.push(...end.grade7.map((column) => column.slice()));
    },
  };
};
