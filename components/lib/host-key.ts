/** The key of a line of `known_hosts`, or of a public key file: its type and its base64. */
export function hostKeyOf(line: string): string {
  const fields = line.trim().split(/\s+/);
  const type = fields.findIndex(field => /^(ssh|ecdsa|sk)-/.test(field));
  return fields.slice(type, type + 2).join(" ");
}
