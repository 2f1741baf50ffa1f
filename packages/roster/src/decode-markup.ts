import { decodeText, guessEncoding } from './decode-text.ts'

const HEAD_BYTES = 4096

/** What a text of tags is about, told by its first element; undefined when it is no markup. */
export type MarkupKind = 'HTML' | 'XML_2003' | 'FLAT_ODS' | 'OTHER_XML'

export function markupKind(bytes: Uint8Array): MarkupKind | undefined {
  const sample = bytes.subarray(0, HEAD_BYTES)
  const head = new TextDecoder(guessEncoding(sample).toLowerCase()).decode(sample).trimStart()
  if (!head.startsWith('<')) return undefined
  const root = /^(?:\s|<\?[^>]*>|<!--.*?-->|<!doctype[^>[]*(?:\[[^\]]*\])?>)*<([\w:-]+)/is
    .exec(head)?.[1]
    ?.toLowerCase()
  const local = root?.slice(root.indexOf(':') + 1)
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet') && local === 'workbook') return 'XML_2003'
  if (local === 'document' && head.includes('urn:oasis:names:tc:opendocument')) return 'FLAT_ODS'
  if (
    /^(?:html|head|meta|body|table|style|script|title|div|center|form|br|p|thead|tbody|tr|link|font)$/.test(local ?? '')
  )
    return 'HTML'
  if (/<!doctype html/i.test(head)) return 'HTML'
  return head.startsWith('<?xml') || root !== undefined ? 'OTHER_XML' : undefined
}

/**
 * The text of a page or an XML file. What it declares counts for Big5 alone: UTF-8 and GB18030 are told apart by the bytes, and
 * pages that say the one and are the other are common.
 */
export function decodeMarkup(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  if (/(?:charset|encoding)\s*=\s*["']?big5/i.test(head)) return new TextDecoder('big5').decode(bytes)
  return decodeText(bytes)?.text
}
