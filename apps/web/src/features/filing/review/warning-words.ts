import { defineMessages } from '../../../shared/lib/messages.ts'

/** Rules that only warn and speak to whoever fills in, said to whoever reviews: what was found, and what to compare it with. */
export const warningWords = defineMessages(
  {
    rare: '姓名只有一个字，较为少见。请与身份证件核对是否完整。',
    region: '证件号码中的地区代码 {region} 不在行政区划代码表中。请与证件原件核对。',
    retirement: '按出生日期和退休类别已过法定退休年龄。请核对是否已办退休，或有延迟退休的材料。',
    minimum: '月平均工资 {average} 低于最低工资标准 {minimum}。请核对工资总额和月数，或要求单位说明。',
  },
  {
    rare: 'The name has one character only, which is rare. Compare it with the identity document.',
    region:
      'The region code {region} of the ID number is in no table of divisions. Compare the number with the document.',
    retirement:
      'By date of birth and category the person is past retirement age. Check whether they retired, or what shows a deferred retirement.',
    minimum:
      'The monthly average {average} is below the minimum wage {minimum}. Check wages and months, or ask the unit to explain.',
  },
)
