/** Kubernetes replaces `$(NAME)` in commands and values; Compose does not, so a text's `$(` and `$$` are escaped. */
export function literal(text: string): string {
  return text.replace(/\$(?=[($])/g, "$$$$");
}
