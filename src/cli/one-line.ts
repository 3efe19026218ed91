/** Text from files may hold line ends and control characters: on a terminal it stays one line and orders nothing. */
export function oneLine(text: string): string {
  // eslint-disable-next-line eslint/no-control-regex -- control characters are what it is about
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}
