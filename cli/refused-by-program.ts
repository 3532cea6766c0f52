/** Thrown when the program itself finds fault with what the user gave it; one problem a line, ready to be shown. */
export class RefusedByProgram extends Error {
  constructor(problems: string) {
    super(problems);
    this.name = "RefusedByProgram";
  }
}
