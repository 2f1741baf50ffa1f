import type { Language } from '../language.ts'

export const LATE_FEE_WORDS = {
  'zh-CN': {
    usage:
      '用法：shebao late-fee --principal 3703.00 --due 2024-07-25 --paid 2024-08-05 ' +
      '[--part 2024-08-01:1000.00 …] [--rule due-date|settled-month] [--cap none|principal] [--explain] [--json] [--lang zh-CN|en]',
    missing: (options: string) => `缺少参数：${options}`,
    date: (option: string, text: string) => `${option} ${text}：应为真实日期，格式 YYYY-MM-DD`,
    part: (text: string) => `--part ${text}：部分缴款应写作 日期:金额，如 2024-08-01:1000.00`,
    overpaid: '部分缴款合计超过欠缴本金',
    paidBeforeDue: (paid: string, due: string) =>
      `--paid ${paid} 早于 --due ${due}：未逾期，不产生滞纳金；请核对两个日期是否写反`,
    partAfterPaid: (part: string, paid: string) => `--part ${part} 晚于 --paid ${paid}：部分缴款应在缴清之前`,
    rule: (text: string) => `--rule ${text}：应为 due-date（自缴费期限届满次日起）或 settled-month（自结算月次月起）`,
    cap: (text: string) => `--cap ${text}：应为 none（不设上限）或 principal（以本金为限）`,
    lang: '--lang 应为 zh-CN 或 en',
    columns: ['起', '止', '天数', '本金（元）', '每日', '滞纳金（元）'],
    total: '合计',
    none: '未逾期，不加收滞纳金。',
    capped: '提示：滞纳金已达本金，以本金为限。',
  },
  en: {
    usage:
      'Usage: shebao late-fee --principal 3703.00 --due 2024-07-25 --paid 2024-08-05 ' +
      '[--part 2024-08-01:1000.00 …] [--rule due-date|settled-month] [--cap none|principal] [--explain] [--json] [--lang zh-CN|en]',
    missing: (options: string) => `missing: ${options}`,
    date: (option: string, text: string) => `${option} ${text}: a real date, YYYY-MM-DD`,
    part: (text: string) => `--part ${text}: write a part payment as DATE:AMOUNT, like 2024-08-01:1000.00`,
    overpaid: 'the part payments exceed the principal',
    paidBeforeDue: (paid: string, due: string) =>
      `--paid ${paid} is before --due ${due}: nothing is late and there is no fee; are the two dates exchanged?`,
    partAfterPaid: (part: string, paid: string) =>
      `--part ${part} is after --paid ${paid}: a part payment comes before the debt is paid`,
    rule: (text: string) =>
      `--rule ${text}: due-date (from the day after the due date) or settled-month (from the month after the settled month)`,
    cap: (text: string) => `--cap ${text}: none or principal`,
    lang: '--lang takes zh-CN or en',
    columns: ['From', 'To', 'Days', 'Principal (yuan)', 'Per day', 'Late fee (yuan)'],
    total: 'Total',
    none: 'Paid in time: no late fee.',
    capped: 'Note: the fee has reached the principal and stops there.',
  },
} as const satisfies Record<Language, object>
