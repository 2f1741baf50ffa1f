type Words = readonly [zh: string, en: string]

/** Wording of the unit form's and the monthly declaration's own rules. */
export const UNIT_WORDS: Readonly<Record<string, Words>> = {
  'unit.year.window': [
    '申报年度不是当前开放的年度，应为{expected}年。',
    'This is not the year that is open. It should be {expected}.',
  ],
  'unit.register.differs': [
    '“{field}”与登记信息不一致，应为“{registered}”。',
    '“{field}” differs from the register, which says “{registered}”.',
  ],
  'unit.actualAddress.required': [
    '实际经营地址与注册地址不同时，应填写实际经营地址。',
    'Enter the actual address, as it differs from the registered one.',
  ],
  'unit.accountNameReason.required': [
    '银行户名与单位名称不一致，应写明原因。',
    'The account name differs from the unit name. Please give the reason.',
  ],
  'unit.insuredShortfallReason.required': [
    '“{insurance}”参保人数少于职工总人数，应写明未全员参保的原因。',
    'Fewer people are in “{insurance}” than the staff total. Please give the reason.',
  ],
  'unit.paymentStatusMonths.required': [
    '缓缴或欠缴的，应填写所属期。',
    'With deferred payment or arrears, name the months.',
  ],
  'unit.benefitStatusMonths.required': ['待遇停发的，应填写所属期。', 'With withheld benefits, name the months.'],
  'unit.branches.required': [
    '有分支机构的，至少填写一个，且各项应填写齐全（{field}）。',
    'With branches, at least one must be listed, and each in full ({field}).',
  ],
  'unit.underReportedExplanation.range': [
    '情况说明不足{minimum}个字（现为{length}个字），请补充说明。',
    'The explanation has {length} characters; at least {minimum} are needed.',
  ],
  'unit.benefitFraudExplanation.range': [
    '情况说明不足{minimum}个字（现为{length}个字），请补充说明。',
    'The explanation has {length} characters; at least {minimum} are needed.',
  ],
  'unit.truthDeclared.required': ['请勾选真实性承诺后再提交。', 'Please tick the declaration of truth.'],
  'unit.signedDate.range': [
    '承诺日期晚于今天，最晚应为{latest}。',
    'The date signed lies in the future. It can be {latest} at the latest.',
  ],
  'unit.paymentStatusMonths.range': ['所属期不得晚于{latest}。', 'The months cannot lie after {latest}.'],
  'unit.benefitStatusMonths.range': ['所属期不得晚于{latest}。', 'The months cannot lie after {latest}.'],
  'unit.injuryClass.range': ['工伤风险类别应为1至8类。', 'The work-injury class must be 1 to 8.'],
  'unit.staffTotal.byForm': [
    '职工总人数为{total}，在编、合同制、临时、季节工合计为{sum}，相差{difference}；两者应相等。',
    'The staff total is {total}; regular, contract, temporary and seasonal staff add up to {sum}, {difference} apart. They must agree.',
  ],
  'unit.staffLocal.sum': [
    '职工总人数为{total}，本市与外埠人数合计为{sum}，相差{difference}；两者应相等。',
    'The staff total is {total}; local and non-local staff add up to {sum}, {difference} apart. They must agree.',
  ],
  'unit.staffUrban.sum': [
    '职工总人数为{total}，城镇与农村人数合计为{sum}，相差{difference}；两者应相等。',
    'The staff total is {total}; urban and rural staff add up to {sum}, {difference} apart. They must agree.',
  ],
  'unit.insuredCount.aboveStaff': [
    '“{insurance}”参保人数{insured}多于职工总人数{total}，应不超过职工总人数。',
    '{insured} people in “{insurance}” is more than the staff total of {total}.',
  ],
  'unit.totalWagesLastYear.forStaff': [
    '有职工{staff}人，工资总额应大于0。',
    'With {staff} staff, total wages must be above 0.',
  ],
  'unit.paymentStatus.arrears': [
    '缴费状态填报为“{status}”，与累计欠费合计{owedFen}不符：有欠费的应为“欠缴”或“缓缴”，无欠费的不应为“欠缴”。',
    'Payment status {status} does not fit total arrears of {owedFen}: with arrears it is ARREARS or DEFERRED, without it is not ARREARS.',
  ],
  'unit.paidLastYear.ledger': [
    '“{insurance}”上年度实缴金额填报为{statedFen}，社保账目为{ledgerFen}。',
    'Paid last year for “{insurance}” is stated as {statedFen}; the ledger holds {ledgerFen}.',
  ],
  'unit.paidLastYearReason.required': [
    '上年度实缴金额与社保账目不符，请按账目更正，或写明原因。',
    'Paid last year differs from the ledger. Please take over the ledger’s figure, or write the reason.',
  ],
  'unit.paidLastYearReason.range': [
    '原因不足{minimum}个字（现为{length}个字），请补充说明。',
    'The reason has {length} characters; at least {minimum} are needed.',
  ],
  'unit.arrears.ledger': [
    '“{insurance}”累计欠费填报为{statedFen}，账目为{ledgerFen}；应与账目一致。',
    'Arrears for “{insurance}” are stated as {statedFen}; the ledger says {ledgerFen}.',
  ],
  'monthly.hireDate.future': [
    '入职日期晚于今天，最晚应为{latest}。',
    'The hire date lies in the future. It can be {latest} at the latest.',
  ],
  'monthly.age.minimum': [
    '该人员未满{minimumAge}周岁，不得参保。',
    'This person is under {minimumAge} and cannot be enrolled.',
  ],
  'monthly.age.retirement': [
    '该人员已超过法定退休年龄，请核实是否应办理退休。',
    'This person is past the statutory retirement age. Please check whether to arrange the retirement.',
  ],
  'monthly.effectivePeriod.hire': [
    '生效所属期早于入职月份，最早为{earliest}。',
    'The effective period lies before the hire month. It can be {earliest} at the earliest.',
  ],
  'monthly.effectivePeriod.cutOff': [
    '该所属期已截止，最早可从{earliest}起生效。',
    'That period is closed. The change can take effect from {earliest}.',
  ],
  'monthly.lastPayablePeriod.current': [
    '当月仍应缴费，最后应缴所属期最早为{earliest}。',
    'The current month is still paid. The last payable period can be {earliest} at the earliest.',
  ],
  'monthly.effectivePeriod.derived': [
    '停保自最后应缴所属期的次月生效，应为{derived}。',
    'A stop takes effect the month after the last payable one: {derived}.',
  ],
  'monthly.monthlyWage.range': [
    '月工资{wageFen}不合理，应大于0。',
    'The monthly wage of {wageFen} cannot be right. It must be above 0.',
  ],
  'monthly.reason.required': [
    '非年度申报期调整缴费基数，应写明原因。',
    'Outside the annual window a change of base needs a reason.',
  ],
  'monthly.change.duplicate': [
    '同一人、同一险种、同一所属期已有一项变更，不能重复申报。',
    'There is already an open change for this person, insurance and period.',
  ],
}
