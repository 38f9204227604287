/** Classrooms decided now stand in three years: what is asked for sooner could only be hired or bought. */
export const yearsAhead = 3;
