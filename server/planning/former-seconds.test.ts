import { describe, expect, it } from "vitest";
import { planRequestSchema } from "./contract";

describe("a request that was asked while searches ended by the clock", () => {
  it("is read with its seconds as effort, which is no part of it any more", () => {
    const read = planRequestSchema.parse({ targetYear: 2030, seconds: 20 });
    expect(read.effort).toBe(20);
    expect(read).not.toHaveProperty("seconds");
  });

  it("keeps what is asked for today, and refuses both at once", () => {
    expect(planRequestSchema.parse({ targetYear: 2030 }).effort).toBe(60);
    expect(planRequestSchema.safeParse({ targetYear: 2030, seconds: 20, effort: 20 }).success).toBe(false);
  });
});
