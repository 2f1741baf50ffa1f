/** How an employer is named in every other kind of table. */
export const employerNumber = {
  type: 'NUMBER_TEXT',
  zh: '社会保险登记号',
  en: 'Registration number',
  also: ['登记证号', '社保登记号', '单位编号', '统一社会信用代码', 'unit number', 'employer number'],
  required: true,
  longest: 20,
  sample: '11010800001',
} as const

export const amount = (zh: string, en: string, also: readonly string[] = []) =>
  ({ type: 'AMOUNT', zh, en, also, sample: '' }) as const

export const yesNo = (zh: string, en: string, also: readonly string[] = []) =>
  ({ type: 'YES_NO', zh, en, also, sample: '是' }) as const
