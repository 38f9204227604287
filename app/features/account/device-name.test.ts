import { describe, expect, it } from "vitest";
import { deviceName } from "./device-name";

describe("a signed-in device", () => {
  it("is named by browser and system", () => {
    expect(deviceName("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0")).toBe(
      "Edge · Windows",
    );
    expect(deviceName("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1")).toBe(
      "Safari · iOS",
    );
    expect(deviceName("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe("Firefox · Linux");
  });
  it("has no name when its user agent says nothing", () => {
    expect([deviceName(""), deviceName("curl/8.0")]).toEqual([null, null]);
  });
});
