import { defineMessages } from '../lib/messages.ts'

/** What a clerk may do for the employer, and what to do about what they may not. */
export const dutyMessages = defineMessages(
  {
    ADMINISTER: '管理办事员',
    PREPARE: '编制',
    SUBMIT: '提交',
    PAY: '缴费',
    READ: '只读',
    missingADMINISTER: '您没有“管理办事员”职责，请由本单位管理员办理。',
    missingPREPARE: '您没有“编制”职责，只能查看。请本单位管理员在“办事员”页面为您增加职责。',
    missingSUBMIT: '您没有“提交”职责。请由有此职责的办事员提交，或请本单位管理员为您增加职责。',
    missingPAY: '您没有“缴费”职责。请由有此职责的办事员办理，或请本单位管理员为您增加职责。',
  },
  {
    ADMINISTER: 'Administers',
    PREPARE: 'Prepares',
    SUBMIT: 'Submits',
    PAY: 'Pays',
    READ: 'Reads only',
    missingADMINISTER: 'Only an administrator of your employer can do this.',
    missingPREPARE:
      'You may look at this, but not fill it in. Your employer’s administrator can change that on the page “Clerks”.',
    missingSUBMIT: 'You may not submit for your employer. A clerk who may can do it, or your administrator lets you.',
    missingPAY: 'You may not pay for your employer. A clerk who may can do it, or your administrator lets you.',
  },
)
