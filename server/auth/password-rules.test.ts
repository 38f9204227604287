import { expect, test } from "vitest";
import { accountIssues } from "./issues";
import { passwordIssue } from "./password-rules";

const issue = (password: string): string | undefined => passwordIssue(password, "wangmin@edu.example", "next")?.message;

test.each(["elevenchars", "短密码", "x".repeat(129)])("%j is refused for its length", (password) => {
  expect(issue(password)).toBe(accountIssues.passwordTooShort);
});

test.each([
  "password2026!",
  "Password1234",
  "P@ssw0rd2025",
  "aaaaaaaaaaaa",
  "121212121212",
  "123456789012",
  "qwertyuiop123",
  "qwertyuiopas",
  "1qaz2wsx3edc",
  "admin@123456",
  "Administrator1",
  "wangmin12345",
  "hengce2026!!",
  "woaini5201314",
])("%j is refused as one that is tried first", (password) => {
  expect(issue(password)).toBe(accountIssues.passwordTooCommon);
});

test.each([
  "correct horse battery",
  "山高水长月明风清人静夜深",
  "kV9-tq2m.Zr7x",
  "83920175634728",
  "the admin of nowhere",
  "My test of patience",
])("%j is accepted", (password) => {
  expect(issue(password)).toBeUndefined();
});
