/**
 * A text as a spreadsheet shall take it: what it would read as a formula, in either width of the signs, is marked as text
 * with an apostrophe, so that it stays one when the file is edited or opened as .csv.
 */
export const spreadsheetText = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);
