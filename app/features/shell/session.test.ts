import { appError, errorCodes } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import { describe, expect, it } from "vitest";
import { failure, formError, readForm, unwrap } from "./respond";

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
};

describe("a service's answer in a loader", () => {
  it("is its value when it holds one", () => {
    expect(unwrap(ok(7))).toBe(7);
  });
  it("ends the page with the status of its error", () => {
    expect(thrownBy(() => unwrap(err(appError("forbidden"))))).toMatchObject({
      data: { error: { code: "forbidden" } },
      init: { status: 403 },
    });
    expect(thrownBy(() => unwrap(err(appError("not_found"))))).toMatchObject({ init: { status: 404 } });
  });
  it("leads to sign-in when the session is gone", () => {
    const response = thrownBy(() => unwrap(err(appError("not_signed_in"))));
    expect(response).toBeInstanceOf(Response);
    expect((response as Response).headers.get("location")).toBe("/sign-in");
  });
  it("never answers a failed request with success", () => {
    for (const code of errorCodes) {
      const answer = failure(appError(code));
      const status = "init" in answer ? answer.init?.status : answer.status;
      expect(status, code).toBeGreaterThanOrEqual(300);
    }
  });
});

describe("a form", () => {
  it("comes back with its error and a status that is no success", () => {
    expect(formError(appError("conflict"))).toMatchObject({ data: { error: { code: "conflict" } }, init: { status: 409 } });
  });
  it("is read as single text fields; a name sent twice is not believed", async () => {
    const body = new URLSearchParams([
      ["name", "a"],
      ["role", "admin"],
      ["role", "viewer"],
    ]);
    expect(await readForm(new Request("http://x/", { method: "POST", body }))).toEqual({ name: "a" });
  });
});
