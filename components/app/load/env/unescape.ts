const LETTERS: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  c: "\\c",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  '"': '"',
  "\\": "\\",
  // Left for the substitution that follows, where `$$` is a dollar sign.
  $: "$$",
};

/** Backslash sequences of a value in double quotes: `\n`, `\t`, `\"`, `\$`, `\0` and octal digits. */
export function unescaped(value: string): string {
  return value.replace(/\\(?:([abcfnrtv$"\\])|0(\d{0,3}))/g, (found, letter?: string, octal?: string) => {
    if (letter !== undefined) return LETTERS[letter] ?? found;
    if (octal === undefined || !/^[0-7]{3}$/.test(octal) || Number.parseInt(octal, 8) > 255) return found;
    return String.fromCharCode(Number.parseInt(octal, 8));
  });
}
