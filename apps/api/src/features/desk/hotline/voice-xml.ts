/** An element of a VoiceXML document, before it is written. */
export interface VoiceElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (VoiceElement | string)[]
}

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (VoiceElement | string)[]
): VoiceElement => ({ name, attributes, children })

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (mark) => escaped[mark] ?? mark)

function write(node: VoiceElement | string): string {
  if (typeof node === 'string') return escape(node)
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`)
  const inside = node.children.map(write).join('')
  const head = `${node.name}${attributes.join('')}`
  return inside ? `<${head}>${inside}</${node.name}>` : `<${head}/>`
}

export const writeVoiceXml = (root: VoiceElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${write(root)}\n`
