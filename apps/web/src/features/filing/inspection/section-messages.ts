import { defineMessages } from '../../../shared/lib/messages.ts'

/** Of a section of the form while it is filled in. */
export const messages = defineMessages(
  {
    toInspection: '年检申报',
    sectionOf: '第 {number} 项，共 {total} 项',
    backToList: '回到任务列表',
    fromRegister: '以下信息取自登记资料，如有变化请到经办机构办理变更。',
    computed: '由职工名单自动计算',
    notYet: '名单填写完整后自动算出',
    yes: '是',
    no: '否',
    periodsHint: '格式：2026-03，多个月份用顿号分开',
    note: '退回意见：{text}',
    hintRetirees: '不含内部退养人员。没有的填 0。',
    hintPaid: '不含补缴、预缴和滞纳金，已按社保账目填入；与账目不同的，须写明原因。没有的填 0。',
    hintArrears: '只填本金，须与社保账目一致。没有的填 0。',
    hintPhone: '手机号，或区号加电话号码',
    merged: '另一位经办人刚修改了{fields}，已更新到本页。',
    refusedEdit: '经办机构已收到本申报，现在不能修改。您刚填写的内容留在本页，未保存。',
    nextSection: '下一项：{section}',
  },
  {
    toInspection: 'Annual inspection',
    sectionOf: 'Part {number} of {total}',
    backToList: 'Back to the task list',
    fromRegister: 'Taken from the register. If it has changed, have it changed at your office.',
    computed: 'Worked out from the personnel list',
    notYet: 'Appears once the list is complete',
    yes: 'Yes',
    no: 'No',
    periodsHint: 'As 2026-03; separate several months with commas',
    note: 'Note from the office: {text}',
    hintRetirees: 'Without internal early retirement. Enter 0 if there are none.',
    hintPaid:
      'Without back payments, prepayments and late fees; filled in from the ledger. Another figure needs its reason. Enter 0 if there is none.',
    hintArrears: 'Principal only; it must agree with the ledger. Enter 0 if there are none.',
    hintPhone: 'Mobile, or area code and number',
    merged: 'Another clerk has just changed {fields}; this page now shows it.',
    refusedEdit:
      'The office has this declaration now and it cannot be changed. What you just typed stays on this page and is not saved.',
    nextSection: 'Next: {section}',
  },
)
