export interface MaterialLine {
  code: string
  zh: string
  en: string
  required: boolean
}

const mostMaterials = 20
const longestName = 120

/** The checklist as it is edited, a line each. */
export const writeMaterials = (materials: readonly MaterialLine[], words: { required: string; optional: string }) =>
  materials
    .map(({ code, zh, en, required }) => [code, zh, en, required ? words.required : words.optional].join(' | '))
    .join('\n')

/** What was written, or nothing where a line is not as it should be. */
export function readMaterials(text: string, words: { required: string; optional: string }): MaterialLine[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const materials = lines.map((line) => {
    const [code = '', zh = '', en = '', need = '', ...more] = line.split(/[|｜]/).map((part) => part.trim())
    const fits =
      /^[A-Z][A-Z0-9_]{0,30}$/.test(code) &&
      [zh, en].every((name) => name !== '' && name.length <= longestName) &&
      [words.required, words.optional].includes(need) &&
      more.length === 0
    return fits ? { code, zh, en, required: need === words.required } : undefined
  })
  const read = materials.filter((one) => one !== undefined)
  const whole = read.length === lines.length && read.length <= mostMaterials && read.some(({ required }) => required)
  return whole && new Set(read.map(({ code }) => code)).size === read.length ? read : undefined
}
