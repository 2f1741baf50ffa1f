import type { StartingArticle } from './article-text.ts'

const law = (articles: string) => `《中华人民共和国社会保险法》${articles}`
const lawEn = (articles: string) => `Social Insurance Law, ${articles}`
const decision = '《关于实施渐进式延迟法定退休年龄的决定》（2024年9月13日）'
const decisionEn = 'Decision on Gradually Raising the Statutory Retirement Age (13 September 2024)'

/** What the months lead to. */
export const articlesOnBenefits: readonly StartingArticle[] = [
  {
    code: 'RETIREMENT_AGE',
    topic: 'RETIREMENT',
    insurance: 'PENSION',
    titleZh: '延迟退休后，我什么时候退休',
    titleEn: 'When do I retire under the new rules?',
    bodyZh:
      '从2025年1月1日起，用十五年时间，男职工的法定退休年龄从六十周岁逐步延迟到六十三周岁，原五十五周岁的女职工延迟到五十八周岁，原五十周岁的女职工延迟到五十五周岁。达到最低缴费年限的，可以自愿提前，最长不超过三年，且不低于原法定退休年龄。您的退休月份见“首页”。',
    bodyEn:
      'From 1 January 2025 and over fifteen years the age rises step by step: for men from 60 to 63, for women from 55 to 58 or from 50 to 55, by their post. With the minimum of years you may choose to retire up to three years earlier, but not below the former age. Your own month stands on “Home”.',
    sourceZh: decision,
    sourceEn: decisionEn,
  },
  {
    code: 'MINIMUM_YEARS',
    topic: 'RETIREMENT',
    insurance: 'PENSION',
    titleZh: '养老保险最少要缴多少年',
    titleEn: 'How many years of pension insurance do I need?',
    bodyZh:
      '按月领取基本养老金，现在需要累计缴费满十五年。从2030年1月1日起，最低缴费年限每年提高六个月，到2039年为二十年。到退休年龄时年限不足的，可以按规定缴至满最低年限。',
    bodyEn:
      'At present fifteen years altogether. From 1 January 2030 the minimum rises by six months a year, to twenty years in 2039. Who has too few at retirement may go on paying, as the rules allow, until they are reached.',
    sourceZh: `${law('第十六条')}；${decision}`,
    sourceEn: `${lawEn('art. 16')}; ${decisionEn}`,
  },
  {
    code: 'MEDICAL_RETIRED',
    topic: 'BENEFIT',
    insurance: 'MEDICAL',
    titleZh: '退休后还要缴医疗保险吗',
    titleEn: 'Do I pay for medical insurance after retirement?',
    bodyZh:
      '参加职工基本医疗保险，达到法定退休年龄时累计缴费达到国家规定年限的，退休后不再缴费，按规定享受待遇；未达到的，可以缴费至规定年限。具体年限由统筹地区公布。',
    bodyEn:
      'Not if you have the required years at the statutory age: then you are covered without paying. If some are missing you may pay until they are reached. How many years it takes is published where you are insured.',
    sourceZh: law('第二十七条'),
    sourceEn: lawEn('art. 27'),
  },
  {
    code: 'INJURY_UNINSURED',
    topic: 'BENEFIT',
    insurance: 'WORK_INJURY',
    titleZh: '单位没有缴工伤保险，受伤了怎么办',
    titleEn: 'I was hurt at work and my employer did not insure me',
    bodyZh:
      '职工所在单位未依法缴纳工伤保险费，发生工伤事故的，由单位支付工伤保险待遇。单位不支付的，从工伤保险基金中先行支付，再由单位偿还。',
    bodyEn:
      'Your employer has to pay the benefits itself. If it does not, the work-injury fund pays first and the employer has to pay it back.',
    sourceZh: law('第四十一条'),
    sourceEn: lawEn('art. 41'),
  },
  {
    code: 'UNEMPLOYED',
    topic: 'BENEFIT',
    insurance: 'UNEMPLOYMENT',
    titleZh: '失业了，能领失业保险金吗',
    titleEn: 'I lost my job: can I draw unemployment benefit?',
    bodyZh:
      '同时符合三项条件可以领取：失业前单位和本人已缴费满一年；非因本人意愿中断就业；已办理失业登记并有求职要求。累计缴费满一年不足五年的，最长领十二个月；满五年不足十年的，最长十八个月；十年以上的，最长二十四个月。',
    bodyEn:
      'Yes, if all three hold: you and your employer had paid for a year; you did not give up work of your own will; you are registered as unemployed and look for work. With one to five years paid it lasts up to 12 months, with five to ten up to 18, with ten and more up to 24.',
    sourceZh: law('第四十五条、第四十六条'),
    sourceEn: lawEn('art. 45 and 46'),
  },
  {
    code: 'MATERNITY',
    topic: 'BENEFIT',
    insurance: 'MATERNITY',
    titleZh: '生育保险有哪些待遇',
    titleEn: 'What does maternity insurance pay?',
    bodyZh:
      '单位已经缴纳生育保险费的，职工享受生育医疗费用和生育津贴；职工未就业配偶按规定享受生育医疗费用待遇。生育津贴按照职工所在单位上年度职工月平均工资计发。',
    bodyEn:
      'If your employer has paid: the medical cost, and an allowance by your employer’s average monthly wage of the year before. A spouse without work has the medical cost covered as the rules say.',
    sourceZh: law('第五十四条、第五十六条'),
    sourceEn: lawEn('art. 54 and 56'),
  },
]
