import type { StartingArticle } from './article-text.ts'

const law = (articles: string) => `《中华人民共和国社会保险法》${articles}`
const lawEn = (articles: string) => `Social Insurance Law, ${articles}`

/** Employers, and moving between them. */
export const articlesOnEmployers: readonly StartingArticle[] = [
  {
    code: 'REGISTER',
    topic: 'EMPLOYER',
    insurance: null,
    titleZh: '单位应当在什么时候给我参保',
    titleEn: 'When must my employer register me?',
    bodyZh:
      '单位应当自用工之日起三十日内为职工办理社会保险登记。试用期也是用工，不能等转正再办。约定不参保、把社保费折成现金发放，都不能免除单位的义务。',
    bodyEn:
      'Within thirty days of the day on which you began to work. Probation is work as well. An agreement not to insure you, or cash instead, does not free the employer of it.',
    sourceZh: law('第四条、第五十八条、第六十条'),
    sourceEn: lawEn('art. 4, 58 and 60'),
  },
  {
    code: 'REPORT',
    topic: 'EMPLOYER',
    insurance: null,
    titleZh: '单位少缴、不缴社保，怎样举报',
    titleEn: 'My employer pays too little or nothing: how do I report it?',
    bodyZh:
      '任何组织和个人都有权举报、投诉违反社会保险法律的行为。属于本部门职责的，应当依法处理；不属于的，应当书面通知您并移交有权处理的部门。受理机关应当为举报人保密。您也可以要求人力资源社会保障部门处理，或者依法申请调解、仲裁、提起诉讼。',
    bodyEn:
      'Everybody may report a breach of the law. An office that is competent has to deal with it; one that is not tells you in writing and hands it over to the one that is. Who reported it is kept confidential. You may also ask the labour and social-security department, or go to mediation, arbitration or court.',
    sourceZh: `${law('第八十二条、第八十三条')}；《社会保险费征缴暂行条例》第二十一条`,
    sourceEn: `${lawEn('art. 82 and 83')}; Interim Collection Regulation, art. 21`,
  },
  {
    code: 'LATE_FEE',
    topic: 'EMPLOYER',
    insurance: null,
    titleZh: '单位欠缴的滞纳金由谁承担',
    titleEn: 'Who pays the late fee?',
    bodyZh:
      '单位未按时足额缴纳的，由征收机构责令限期缴纳或者补足，并自欠缴之日起按日加收万分之五的滞纳金；逾期仍不缴纳的，处欠缴数额一倍以上三倍以下的罚款。滞纳金和罚款都由单位承担。',
    bodyEn:
      'The employer. It is ordered to pay within a time, with five ten-thousandths a day from the day it was due; still unpaid after that, a fine of one to three times the sum follows. None of it may be taken from your wage.',
    sourceZh: law('第八十六条'),
    sourceEn: lawEn('art. 86'),
  },
  {
    code: 'NOT_DECLARED',
    topic: 'EMPLOYER',
    insurance: null,
    titleZh: '单位没有申报，这个月怎么算',
    titleEn: 'My employer did not declare a month: what counts?',
    bodyZh:
      '单位未按规定申报的，按照该单位上月缴费额的百分之一百一十确定应当缴纳的数额；单位补办申报手续后，再按规定结算。申报的基数与您的工资不符的，可以提供工资单申请核查。',
    bodyEn:
      'The sum is set at 110 per cent of what the employer paid the month before, and settled once it has declared. If the declared base is not your wage, ask for a check and attach payslips.',
    sourceZh: law('第六十二条'),
    sourceEn: lawEn('art. 62'),
  },
  {
    code: 'TRANSFER',
    topic: 'TRANSFER',
    insurance: null,
    titleZh: '换了城市工作，以前的缴费还算吗',
    titleEn: 'I moved to another city: do my earlier months count?',
    bodyZh:
      '算。跨统筹地区就业的，基本养老、基本医疗、失业保险关系随本人转移，缴费年限累计计算。养老金在达到法定退休年龄时分段计算、统一支付。工伤和生育保险由新单位重新参保即可。',
    bodyEn:
      'Yes. Pension, medical and unemployment insurance move with you and the months add up. At retirement the pension is computed by parts and paid from one place. Work-injury and maternity insurance simply begin anew with the new employer.',
    sourceZh: `${law('第十九条、第三十二条、第五十二条')}；《社会保险经办条例》第十二条至第十五条`,
    sourceEn: `${lawEn('art. 19, 32 and 52')}; Social Insurance Handling Regulation, art. 12 to 15`,
  },
  {
    code: 'FOREIGNER',
    topic: 'EMPLOYER',
    insurance: null,
    titleZh: '外国人在中国工作要参保吗',
    titleEn: 'I am a foreigner and work in China: am I insured?',
    bodyZh: '外国人在中国境内就业的，参照社会保险法的规定参加社会保险。与中国签有双边协定的国家，按协定执行。',
    bodyEn:
      'Foreigners who work in China take part in social insurance by the same law. With some countries China has an agreement, which then applies.',
    sourceZh: law('第九十七条'),
    sourceEn: lawEn('art. 97'),
  },
]
