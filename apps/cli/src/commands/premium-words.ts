import type { Language } from '../language.ts'

/** What `shebao premium` says beside the figures; the package words insurances, refusals and derivations. */
export const PREMIUM_WORDS = {
  'zh-CN': {
    usage:
      '用法：shebao premium --region 110000 --period 2024-07 --wage 10000.00 --injury-class 1 ' +
      '[--unit-rate 0.24%] [--parameters FILE] [--explain] [--json] [--today YYYY-MM-DD] [--lang zh-CN|en]',
    missing: (options: string) => `缺少参数：${options}`,
    region: (text: string) => `--region ${text}：统筹区应为6位行政区划代码`,
    period: (text: string) => `--period ${text}：所属期应为真实月份，格式 YYYY-MM`,
    future: (text: string, last: string) => `--period ${text}：没有该月的缴费标准，最多可预算至 ${last}`,
    injuryClass: (text: string) => `--injury-class ${text}：工伤保险行业类别应为1至8`,
    unitRate: (text: string) => `--unit-rate ${text}：费率应如 0.24%`,
    today: '--today 应为真实日期，格式 YYYY-MM-DD',
    lang: '--lang 应为 zh-CN 或 en',
    title: (place: string, period: string, injuryClass: number) => `${place}　${period}　工伤第${injuryClass}类`,
    columns: ['险种', '承担方', '缴费基数', '费率', '定额', '金额（元）'],
    employer: '单位应缴小计',
    personal: '个人应缴小计',
    total: '应缴合计',
    carriedOver: '提示：新的缴费基数上下限尚未公布，暂按最近一次公布的标准计算。',
    sample: '提示：未给 --parameters，按内置的示例数据计算；示例数据没有任何机构公布过，未经核实。',
    unverified: (names: string) => `提示：下列标准未经核实，请向经办机构确认：${names}`,
  },
  en: {
    usage:
      'Usage: shebao premium --region 110000 --period 2024-07 --wage 10000.00 --injury-class 1 ' +
      '[--unit-rate 0.24%] [--parameters FILE] [--explain] [--json] [--today YYYY-MM-DD] [--lang zh-CN|en]',
    missing: (options: string) => `missing: ${options}`,
    region: (text: string) => `--region ${text}: a region is a six-digit division code`,
    period: (text: string) => `--period ${text}: a period is a real month, YYYY-MM`,
    future: (text: string, last: string) =>
      `--period ${text}: no parameters for that month; ${last} is the last that can be estimated`,
    injuryClass: (text: string) => `--injury-class ${text}: work-injury classes are 1 to 8`,
    unitRate: (text: string) => `--unit-rate ${text}: write a rate like 0.24%`,
    today: '--today takes a real date, YYYY-MM-DD',
    lang: '--lang takes zh-CN or en',
    title: (place: string, period: string, injuryClass: number) =>
      `${place}  ${period}  work-injury class ${injuryClass}`,
    columns: ['Insurance', 'Paid by', 'Base', 'Rate', 'Fixed', 'Amount (yuan)'],
    employer: 'Employer share',
    personal: 'Employee share',
    total: 'Total',
    carriedOver: 'Note: newer base limits are not published yet; the latest published ones are used.',
    sample:
      'Note: without --parameters this is worked out from built-in sample figures, which no office has published: not verified.',
    unverified: (names: string) => `Note: not verified, to be confirmed by the office: ${names}`,
  },
} as const satisfies Record<Language, object>
