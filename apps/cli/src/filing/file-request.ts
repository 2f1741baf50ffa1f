import { parseArgs } from 'node:util'
import { findLanguage, terminalLanguage } from '../language.ts'
import type { Language } from '../language.ts'
import { FILE_WORDS } from './file-words.ts'
import type { Office } from './office-client.ts'

export interface Resolution {
  readonly kind: string
  readonly resolution: string
  readonly stopReason: string | undefined
}

/** One run of `shebao file inspection`, as it was asked for. */
export interface FileRequest {
  readonly office: Office
  readonly language: Language
  readonly json: boolean
  readonly list: string | undefined
  readonly sheet: string | undefined
  readonly unit: string | undefined
  readonly employeesSigned: boolean
  readonly resolutions: readonly Resolution[]
  readonly reason: string | undefined
  /** Who signs; nothing when it is not to be submitted. */
  readonly signer: string | undefined
  readonly key: string | undefined
  readonly print: string | undefined
}

type Reading = FileRequest | { readonly language: Language; readonly problem: string }
type Surroundings = Readonly<Record<string, string | undefined>>

/** What was asked for, or the first thing that is wrong with it. */
export function readFileRequest(argv: readonly string[], surroundings: Surroundings = process.env): Reading {
  let language = terminalLanguage(surroundings)
  const wrong = (problem: string): Reading => ({ language, problem })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(argv)
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const wanted = values.lang === undefined ? language : findLanguage(values.lang)
  if (wanted === undefined) return wrong(FILE_WORDS[language].lang)
  language = wanted
  const words = FILE_WORDS[language]
  const [what, list, ...others] = positionals
  if (what !== 'inspection') return wrong(words.what)
  if (others.length > 0) return wrong(words.oneList)
  const url = values.url ?? surroundings['SHEBAO_URL'] ?? ''
  if (!URL.canParse(url) || !/^https?:/.test(url)) return wrong(words.url)
  const token = values.token ?? surroundings['SHEBAO_TOKEN'] ?? ''
  if (!/^[\x21-\x7e]+$/.test(token)) return wrong(words.token)
  const resolutions = values.resolve.map(readResolution)
  const unread = resolutions.findIndex((one) => one === undefined)
  if (unread !== -1) return wrong(words.resolve(values.resolve[unread] ?? ''))
  if (values.submit && !values.signer?.trim()) return wrong(words.signer)
  if (values.print !== undefined && !/\.pdf$/i.test(values.print)) return wrong(words.print)
  return {
    office: { url, token, test: values.test, language },
    language,
    json: values.json,
    list,
    sheet: values.sheet,
    unit: values.unit,
    employeesSigned: values['employees-signed'],
    resolutions: resolutions.filter((one) => one !== undefined),
    reason: values.reason,
    signer: values.submit ? values.signer?.trim() : undefined,
    key: values.key,
    print: values.print,
  }
}

function readResolution(text: string): Resolution | undefined {
  const [, kind, resolution, stopReason] = /^([A-Z_]+)=([A-Z_]+)(?::([A-Z_0-9]+))?$/.exec(text) ?? []
  return kind !== undefined && resolution !== undefined ? { kind, resolution, stopReason } : undefined
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      token: { type: 'string' },
      unit: { type: 'string' },
      sheet: { type: 'string' },
      'employees-signed': { type: 'boolean', default: false },
      resolve: { type: 'string', multiple: true, default: [] },
      reason: { type: 'string' },
      submit: { type: 'boolean', default: false },
      signer: { type: 'string' },
      key: { type: 'string' },
      print: { type: 'string' },
      test: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      lang: { type: 'string' },
    },
  })
}
