import { compareSync } from "bcryptjs";
import { expect, it } from "vitest";
import { htpasswd } from "../../components/registry/htpasswd";

it("is a line that lets the user in with the password alone", () => {
  const [user, hash = ""] = htpasswd("towpath", "correct horse").trim().split(":");
  expect(user).toBe("towpath");
  expect([compareSync("correct horse", hash), compareSync("correct hors", hash)]).toEqual([true, false]);
});

it("is the same at every update, and another for another password", () => {
  expect(htpasswd("towpath", "a")).toBe(htpasswd("towpath", "a"));
  expect(htpasswd("towpath", "a").slice(0, 36)).not.toBe(htpasswd("towpath", "b").slice(0, 36));
});
