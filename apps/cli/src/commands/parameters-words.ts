import type { Language } from '../language.ts'

export const PARAMETERS_WORDS = {
  'zh-CN': {
    usage:
      '用法：shebao parameters schema                                  参数文件的 JSON Schema\n' +
      '      shebao parameters check FILE [--json] [--lang zh-CN|en]   检查参数文件（JSON、YAML、XLSX、CSV 等）\n' +
      '      shebao parameters export [--region 110000] [--json|--yaml] 导出随附的缴费标准',
    lang: '--lang 应为 zh-CN 或 en',
    action: (text: string) => `应为 schema、check 或 export${text === '' ? '' : `，而不是 ${text}`}`,
    file: 'parameters check 需要一个文件',
    tooMany: (text: string) => `多余的参数：${text}`,
    eitherFormat: '--json 和 --yaml 只能选一个',
    region: (text: string, known: string) => `--region ${text}：没有该统筹区的缴费标准；现有：${known}`,
    good: (rows: number) => `没有问题：${rows} 行`,
    regionRows: (region: string, rows: number, first: string, last: string) =>
      `${region}　${rows} 行　${first} 至 ${last}`,
    open: '今',
    problems: (count: number) => `${count} 个问题`,
  },
  en: {
    usage:
      'Usage: shebao parameters schema                                   the JSON Schema of parameter files\n' +
      '       shebao parameters check FILE [--json] [--lang zh-CN|en]    checks a parameter file (JSON, YAML, XLSX, CSV)\n' +
      '       shebao parameters export [--region 110000] [--json|--yaml] the shipped parameters',
    lang: '--lang takes zh-CN or en',
    action: (text: string) => `say schema, check or export${text === '' ? '' : `, not ${text}`}`,
    file: 'parameters check takes one file',
    tooMany: (text: string) => `not understood: ${text}`,
    eitherFormat: 'choose either --json or --yaml',
    region: (text: string, known: string) =>
      `--region ${text}: no parameters for that region; there are some for: ${known}`,
    good: (rows: number) => `no problems: ${rows} rows`,
    regionRows: (region: string, rows: number, first: string, last: string) =>
      `${region}  ${rows} rows  ${first} to ${last}`,
    open: 'open',
    problems: (count: number) => `${count} problems`,
  },
} as const satisfies Record<Language, object>
