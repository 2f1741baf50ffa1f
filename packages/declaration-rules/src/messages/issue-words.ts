import type { IssueCode } from '../issue.ts'

type Words = readonly [zh: string, en: string]

/** Wording by code, for every rule that has nothing more precise to say. What is wrong, then what would be right. */
export const CODE_WORDS: Readonly<Record<IssueCode, Words>> = {
  REQUIRED: ['“{field}”未填写，请填写。', '“{field}” is missing. Please fill it in.'],
  FORMAT: [
    '“{field}”的格式不正确，请核对后重新填写。',
    '“{field}” is not in the right form. Please check it and enter it again.',
  ],
  RANGE: [
    '“{field}”超出允许范围，请核对后更正。',
    '“{field}” is outside the allowed range. Please check and correct it.',
  ],
  SUM_MISMATCH: [
    '“{field}”与合计数不一致：填报{stated}，合计为{sum}，相差{difference}；差额应为0。',
    '“{field}” does not match the sum: stated {stated}, sum {sum}, difference {difference}. The difference must be 0.',
  ],
  DATE_ORDER: ['“{field}”的先后顺序不正确，请核对日期。', '“{field}” is out of order. Please check the dates.'],
  DERIVED_MISMATCH: [
    '“{field}”与推算结果不一致，应为{derived}。',
    '“{field}” differs from what follows from the other data. It should be {derived}.',
  ],
  DUPLICATE: [
    '该人员在名单中重复，只应出现一次。',
    'This person is in the list more than once and should be there once.',
  ],
  LEDGER_MISMATCH: [
    '“{field}”与社保账目不符，请按账目更正。',
    '“{field}” differs from the ledger. Please correct it to the ledger.',
  ],
  ROSTER_STALE: [
    '所下载的人员花名册已不是最新版本，请重新下载并比对。',
    'The roster you downloaded is out of date. Please download it again and compare.',
  ],
  NOT_RESOLVED: [
    '还有{open}项比对差异未处理，全部处理后方可提交。',
    '{open} differences are still open. All must be settled before submission.',
  ],
  NOTE_OPEN: [
    '退回意见尚未处理：{note}——请更正此处，或书面回复。',
    'A note of the office is still open: {note} — please correct this, or answer in writing.',
  ],
  REGION: [
    '“{field}”中的地区代码不存在，请对照证件核对。',
    'The region code in “{field}” does not exist. Please check it against the document.',
  ],
  BIRTH_DATE: [
    '“{field}”中的出生日期不是真实日期，或晚于今天，请对照证件核对。',
    'The birth date in “{field}” is not a real date, or lies after today. Please check it against the document.',
  ],
  CHECKSUM: [
    '“{field}”的校验码不符，可能有一位填错，请对照证件逐位核对。',
    'The check digit of “{field}” does not fit, so one digit is probably wrong. Please compare it with the document digit by digit.',
  ],
  ACTIVE_ELSEWHERE: [
    '该人员同月已在其他单位参加养老或医疗保险，请核实；原单位办理停保后方可申报。',
    'This person is already in pension or medical insurance with another unit in the same month. The other unit must stop first.',
  ],
  NOT_LISTED: [
    '上年12月的缴费人员{person}不在名单中，应列入名单，或办理停保。',
    '{person} was paid for last December but is not in the list. Add this person, or file a stop.',
  ],
  UNKNOWN_REGION: [
    '“{field}”中的地区代码{region}不在行政区划代码表中（可能已撤销），请核对。',
    'The region code {region} in “{field}” is not in the table of divisions (it may have been abolished). Please check it.',
  ],
  RARE_NAME: [
    '姓名只有一个字，较为少见，请确认无误。',
    'A name of one character is rare. Please make sure it is complete.',
  ],
  PAST_RETIREMENT: [
    '该人员已超过法定退休年龄，请填写“超龄说明”，或办理退休。',
    'This person is past the statutory retirement age. Please give a reason, or arrange the retirement.',
  ],
  BELOW_MINIMUM_WAGE: [
    '月平均工资{averageFen}低于最低工资标准{minimumFen}，请核对工资，或填写“低于最低工资原因”。',
    'The monthly average {averageFen} is below the minimum wage {minimumFen}. Please check the wages, or give the reason.',
  ],
  ORG_CODE_CHECKSUM: [
    '统一社会信用代码中的主体标识码校验位不符，请对照营业执照核对。',
    'The organisation code inside the credit code has a wrong check digit. Please compare it with the licence.',
  ],
}

/** Wording of single rules, where more can be said than the code says. */
export const RULE_WORDS: Readonly<Record<string, Words>> = {
  'personnel.name.format': [
    '姓名含有不允许的字符，应为汉字（少数民族姓名可用“·”分隔）或外文字母，不含数字。',
    'The name holds characters that names do not have. Use Han characters (parts joined by “·”) or Latin letters, no digits.',
  ],
  'personnel.idNumber.format': [
    '证件号码的位数或字符不符合{idType}的规定（现为{length}位）。{idForm}。请对照证件填写。',
    'The ID number does not have the form of a {idType} (it has {length} characters). {idForm}. Please enter it from the document.',
  ],
  'personnel.idNumber.storedAsNumber': [
    '证件号码在表格中被存为数字，末尾几位已丢失；请将该列设为文本格式后重新填写完整号码。',
    'The file holds the ID number as a number, and its last digits are lost. Set the column to text and enter the whole number again.',
  ],
  'personnel.age.minimum': [
    '该人员未满{minimumAge}周岁，不得申报；请核对证件号码。',
    'This person is under {minimumAge} and cannot be declared. Please check the ID number.',
  ],
  'personnel.sex.derived': [
    '性别填报为“{stated}”，与证件号码不一致，应为“{derived}”。',
    'The sex is stated as {stated}, but the ID number says {derived}.',
  ],
  'personnel.sex.format': ['性别无法识别，应填“男”或“女”。', 'The sex cannot be read. Enter male or female.'],
  'personnel.birthDate.derived': [
    '出生日期与证件号码不一致，应为{derived}。',
    'The birth date differs from the ID number, which says {derived}.',
  ],
  'personnel.birthDate.range': [
    '出生日期晚于今天（{latest}），请核对。',
    'The birth date lies after today ({latest}). Please check it.',
  ],
  'personnel.mobile.format': [
    '手机号码不正确，应为11位，以13至19开头。',
    'The mobile number is wrong. It has 11 digits and begins with 13 to 19.',
  ],
  'personnel.householdType.format': [
    '户口性质无法识别，应为本市城镇、本市农村、外埠城镇、外埠农村、港澳台居民或外籍人员。',
    'The household type cannot be read: local or non-local, urban or rural; or resident of Hong Kong, Macau or Taiwan; or foreign national.',
  ],
  'personnel.householdType.derived': [
    '证件是“{idType}”，户口性质应为{expected}。请改户口性质，或核对证件。',
    'With this kind of ID ({idType}) the household type is: {expected}. Change it, or check the ID.',
  ],
  'personnel.employmentForm.format': [
    '用工形式无法识别，应为在编、合同制、临时或季节工。',
    'The employment form cannot be read: regular, contract, temporary or seasonal.',
  ],
  'personnel.hireDate.format': [
    '入职日期无法识别，应为年-月-日，如2025-03-01。',
    'The hire date cannot be read. Write it as 2025-03-01.',
  ],
  'personnel.hireDate.future': [
    '入职日期晚于今天，最晚应为{latest}。',
    'The hire date lies in the future. It can be {latest} at the latest.',
  ],
  'personnel.hireDate.birth': [
    '入职日期早于出生日期，请核对。',
    'The hire date lies before the birth date. Please check it.',
  ],
  'personnel.leaveDate.format': [
    '离职日期无法识别，应为年-月-日，如2025-03-01。',
    'The leave date cannot be read. Write it as 2025-03-01.',
  ],
  'personnel.leaveDate.order': [
    '离职日期早于入职日期{hireDate}，离职日期不得早于入职日期。',
    'The leave date lies before the hire date {hireDate}. It cannot be earlier.',
  ],
  'personnel.retirementCategory.derived': [
    '退休类别“{stated}”与性别“{derived}”不符，请重新选择。',
    'The retirement category {stated} does not fit the sex {derived}. Please choose again.',
  ],
  'personnel.monthsWorkedLastYear.format': [
    '上年工作月数应为0至12的整数。',
    'Months worked last year must be a whole number from 0 to 12.',
  ],
  'personnel.monthsWorkedLastYear.range': [
    '上年工作月数填报为{months}，应在0至12之间。',
    'Months worked last year is {months}. It must lie between 0 and 12.',
  ],
  'personnel.monthsWorkedLastYear.possible': [
    '上年工作月数填报为{months}，按入职（离职）日期，{year}年最多为{possible}个月。',
    'Months worked last year is {months}, but by the hire and leave dates at most {possible} are possible in {year}.',
  ],
  'personnel.wagesLastYear.format': [
    '上年工资总额不是金额，应填写数字，单位为元，最多两位小数。',
    'Wages last year is not an amount. Enter a number in yuan with at most two decimals.',
  ],
  'personnel.wagesLastYear.range': [
    '上年工资总额{wagesFen}不合理，应不小于0且不超过合理上限。',
    'Wages last year of {wagesFen} cannot be right.',
  ],
  'personnel.wagesLastYear.noMonths': [
    '上年工作月数为0，上年工资总额却为{wagesFen}；月数为0时工资总额应为0，否则请更正月数。',
    'Months worked is 0, but wages last year is {wagesFen}. With 0 months the wages are 0; otherwise correct the months.',
  ],
  'personnel.wagesLastYear.noWages': [
    '上年工作{months}个月，上年工资总额却为0；请填写实发工资总额，或将月数改为0。',
    'Months worked is {months}, but wages last year is 0. Enter the wages, or set the months to 0.',
  ],
  'personnel.statedMonthlyAverage.derived': [
    '月平均工资填报为{statedFen}，按工资总额除以月数应为{derivedFen}；以推算数为准。',
    'The monthly average is stated as {statedFen}; wages divided by months give {derivedFen}, which will be used.',
  ],
  'personnel.statedMonthlyAverage.format': [
    '月平均工资无法识别；该项由系统按工资总额除以月数推算。',
    'The monthly average cannot be read. It is worked out from wages and months.',
  ],
  'personnel.firstMonthWage.required': [
    '上年工作月数为0的新入职人员，应填写首月工资。',
    'For a new hire with 0 months last year, enter the first month’s wage.',
  ],
  'personnel.firstMonthWage.range': [
    '首月工资{wageFen}不合理，应大于0。',
    'The first month’s wage of {wageFen} cannot be right. It must be above 0.',
  ],
  'personnel.participation.required': [
    '“{insurance}”是否参保未填写，请填“是”或“否”。',
    'Nobody said whether this person is in “{insurance}”. Enter yes or no.',
  ],
  'personnel.participation.format': [
    '“{insurance}”参保情况无法识别，应填“是”或“否”。',
    'The answer for “{insurance}” cannot be read. Enter yes or no.',
  ],
  'personnel.participation.reason': [
    '“{insurance}”填报为不参保，应写明未参保原因。',
    'This person is declared not in “{insurance}”. The reason is missing.',
  ],
  'cross.idNumber.duplicate': [
    '证件号码与第{firstRow}行相同，同一人只应填报一次。',
    'The ID number is the same as in row {firstRow}. A person is declared once.',
  ],
  'cross.personnel.empty': [
    '人员名单为空，请导入或填写人员。',
    'The personnel list is empty. Import a file or enter people.',
  ],
  'cross.signed.required': [
    '还有{unsigned}人未签字确认，请确认全体职工已签字。',
    '{unsigned} people have not signed. Please confirm the signatures for the whole list.',
  ],
  'cross.file.total': [
    '合计行的“{field}”为{statedFen}，各行相加为{sumFen}，相差{differenceFen}；差额应为0。',
    'The total row says {statedFen} for “{field}”, the rows add up to {sumFen}: {differenceFen} apart. They must agree.',
  ],
  'cross.averageMonthlyWageLastYear.derived': [
    '上年度月平均工资填报为{statedFen}，按名单推算应为{derivedFen}。',
    'The average monthly wage is stated as {statedFen}; the list gives {derivedFen}.',
  ],
  'cross.averageBaseThisYear.derived': [
    '本年度平均缴费基数填报为{statedFen}，按名单推算应为{derivedFen}。',
    'The average base is stated as {statedFen}; the list gives {derivedFen}.',
  ],
  'cross.totalWagesLastYear.rows': [
    '工资总额填报为{statedFen}，名单合计为{sumFen}，相差{differenceFen}；差额应为0。',
    'Total wages is stated as {statedFen}, the list adds up to {sumFen}: {differenceFen} apart. They must agree.',
  ],
  'cross.annualContributionBase.rows': [
    '“{field}”填报为{statedFen}，名单合计为{sumFen}，相差{differenceFen}；差额应为0。',
    '“{field}” is stated as {statedFen}, the list adds up to {sumFen}: {differenceFen} apart. They must agree.',
  ],
  'cross.roster.downloaded': [
    '尚未下载人员花名册，请下载后比对。',
    'The roster has not been downloaded yet. Download it and compare.',
  ],
  'cross.differences.compared': [
    '尚未与人员花名册比对，请先比对。',
    'The list has not been compared with the roster yet. Please compare.',
  ],
  'monthly.value.format': [
    '“{field}”填写的内容“{text}”无法识别，请从选项中选择或重新填写。',
    '“{field}” says “{text}”, which cannot be read. Choose from the list or enter it again.',
  ],
  'monthly.householdType.derived': [
    '证件是“{idType}”，户口性质应为{expected}。请改户口性质，或核对证件。',
    'With this kind of ID ({idType}) the household type is: {expected}. Change it, or check the ID.',
  ],
  'monthly.effectivePeriod.hire': [
    '“{field}”早于入职月份，最早为{earliest}。',
    '“{field}” lies before the month of hiring; {earliest} is the earliest.',
  ],
  'monthly.effectivePeriod.stay': [
    '“{field}”不在此人本次参保期间内，最早为{earliest}；更早的月份请办理补缴。',
    'This person is not with the employer then: “{field}” can be {earliest} at the earliest. Earlier months go through back payment.',
  ],
  'monthly.effectivePeriod.cutOff': [
    '“{field}”所在月份的增减员已截止，最早可填{earliest}。',
    'Changes for that month are closed. “{field}” may be {earliest} or later.',
  ],
  'monthly.lastPayablePeriod.current': [
    '停保当月仍应缴费，“{field}”最早为{earliest}。',
    'The current month is still paid, so “{field}” is {earliest} at the earliest.',
  ],
  'monthly.lastPayablePeriod.join': [
    '“{field}”早于参保起始月{joined}，停保不能早于参保。请核对月份。',
    '“{field}” lies before {joined}, the first insured month. Nobody stops before joining; please check the month.',
  ],
  'monthly.effectivePeriod.derived': [
    '停保自最后应缴所属期的次月生效，“{field}”应为{derived}。',
    'A stop takes effect the month after the last payable one: “{field}” should be {derived}.',
  ],
  'monthly.leaveDate.hire': [
    '离职日期早于登记的入职日期{hired}，请核对。',
    'The leave date lies before {hired}, the hire date in the register. Please check it.',
  ],
  'monthly.idNumber.activeElsewhere': [
    '该人员的{insurance}已由其他单位参保或申报，须由原单位先办理停保。',
    'Another unit insures this person in {insurance}, or has declared them. That unit has to stop them first.',
  ],
  'monthly.idNumber.notEnrolled': [
    '该人员不在本单位的参保名册中，请核对证件号码；如为新参保，请改选增员类型。',
    'This person is not insured with your unit. Check the ID number, or choose a joining change.',
  ],
  'monthly.insurances.enrolled': [
    '该人员自{since}起已在本单位参加{insurance}，无需再次增员。',
    'This person has been in {insurance} with your unit since {since} and cannot join again.',
  ],
  'monthly.insurances.notInsured': [
    '该人员在本单位未参加{insurance}，请从险种中去掉。',
    'This person is not in {insurance} with your unit. Please take it out.',
  ],
  'monthly.infoValue.format': [
    '变更后的内容不符合该项目的格式：姓名用汉字或字母，证件号码须与证件类型相符，手机号码为11位，户口性质和用工形式从名单中选择。',
    'The new value has not the form of its item: a name in characters or letters, an ID number of its type, a mobile number of 11 digits, a household type or employment form from the list.',
  ],
  'monthly.infoValue.taken': [
    '新的证件号码已属于登记中的另一人，不能更改为该号码，请核对。',
    'The new number belongs to somebody else in the register and cannot be given. Please check it.',
  ],
  'monthly.change.duplicate': [
    '同一人员、险种和所属期只能有一项待办变更，与第{first}行重复（0表示已申报的其他变更）。',
    'A person has one open change for an insurance and month; row {first} has one already (0: a change declared before).',
  ],
  'monthly.reason.required': [
    '年度申报期外调整缴费基数，应写明原因。',
    'A base changes outside the annual window only with a reason. Please give it.',
  ],
}
