/** The widest line that is printed, in characters. */
export const WIDTH = 100;

/** Breaks text at spaces so that no line is wider than `width`; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(part => part !== "")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** Wrapped text with every line indented, the first one after `bullet`. */
export function paragraph(text: string, indent: number, bullet = ""): string[] {
  const rest = " ".repeat(indent + bullet.length);
  return wrap(text, WIDTH - rest.length).map((line, index) =>
    index === 0 ? `${" ".repeat(indent)}${bullet}${line}` : `${rest}${line}`,
  );
}
