const NAME =
  /PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|(^|_)(PW|PASS|PWD)$/;
/** Endings after which a name tells of a credential but does not hold it. */
const ABOUT =
  /_?(FILE|PATH|URL|TTL|SECONDS|NAME|LENGTH|EXPIRY|EXPIRES|TYPE|HEADER|PARAMETER|ARN|ID|STDIN|DIR)$/;

/** Whether a variable of this name would hold a credential. */
export function isCredentialName(name: string): boolean {
  const upper = name.toUpperCase();
  return upper !== "PWD" && NAME.test(upper) && !ABOUT.test(upper);
}

/** Kinds of credential that can be told by their form. */
const FORMS: readonly (readonly [what: string, form: RegExp])[] = [
  ["an AWS access key", /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["a GitHub token", /\bgh[pousr]_[A-Za-z0-9]{36}/],
  ["a Slack token", /\bxox[abpr]-[A-Za-z0-9-]{10}/],
  ["a URL with a password", /\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/$]*:[^\s@/$]+@/i],
];
/** `NAME=value`, `name: value` and `--name value`; what begins with `$`, `/`, `<`, `{` or `(` is a reference. */
const ASSIGNMENTS = [
  /([A-Za-z_][A-Za-z0-9_-]*)["']?\s*[=:]\s*["']?([^\s"'$/<{(=:][^\s"'$]{7,})/g,
  /--([a-z][a-z-]*)\s+["']?([^\s"'$/<{(=:-][^\s"'$]{7,})/g,
];

/** What a text gives away, e.g. "a private key"; undefined when nothing shows. Never the value itself. */
export function credentialIn(text: string): string | undefined {
  const formed = FORMS.find(([, form]) => form.test(text));
  if (formed !== undefined) return formed[0];
  const names = ASSIGNMENTS.flatMap(form => [...text.matchAll(form)].map(([, name = ""]) => name));
  const name = names.find(one => isCredentialName(one.replaceAll("-", "_")));
  return name === undefined ? undefined : `a value for ${name}`;
}
