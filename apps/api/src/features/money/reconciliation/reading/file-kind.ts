/** What else arrives under the name of a bank statement, told by its first bytes and words. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['XLSX / ODS / ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['XLS / DOC', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['GZIP', [0x1f, 0x8b]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7Z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74]],
]

export function binaryKind(bytes: Uint8Array): string | undefined {
  return signatures.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0]
}

const textKinds: readonly (readonly [string, RegExp])[] = [
  ['MT940', /^(?:\{1:F01|:20:)|^:60[FM]:/m],
  ['OFX / QFX', /^OFXHEADER:|^<OFX>/im],
  ['QIF', /^!Type:/i],
  ['HTML / MHT', /^\s*(?:<!DOCTYPE html|<html)|^MIME-Version:/i],
  ['SYLK', /^ID;P/],
  ['JSON', /^\s*[[{]\s*["{[]/],
]

/** A text that is some other known format; a table of any layout is none of them. */
export function textKind(text: string): string | undefined {
  const start = text.slice(0, 2_000)
  return textKinds.find(([, form]) => form.test(start))?.[0]
}

const isoMessages: Readonly<Record<string, string>> = {
  BkToCstmrAcctRpt: 'camt.052',
  BkToCstmrDbtCdtNtfctn: 'camt.054',
  BkToCstmrStmt: 'camt.053',
  CstmrCdtTrfInitn: 'pain.001',
  CstmrPmtStsRpt: 'pain.002',
  CstmrDrctDbtInitn: 'pain.008',
  FIToFICstmrCdtTrf: 'pacs.008',
  html: 'HTML',
  Workbook: 'Excel XML 2003',
  Invoice: 'UBL',
}

/** An XML file by the elements near its root. */
export function isoMessageName(names: readonly string[]): string {
  const known = names.flatMap((name) => isoMessages[name] ?? [])
  return known[0] ?? `XML ${names[0] ?? ''}`.trim().slice(0, 60)
}
