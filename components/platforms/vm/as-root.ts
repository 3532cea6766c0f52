/** A script as the one command that SSH runs as root; a user other than root must be allowed to use sudo unasked. */
export function asRoot(script: string, user: string): string {
  const quoted = `'${script.replaceAll("'", String.raw`'\''`)}'`;
  return `${user === "root" ? "" : "sudo -n "}sh -c ${quoted}`;
}
