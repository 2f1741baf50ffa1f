import { defineMessages } from '../shared/lib/messages.ts'

export const roleMessages = defineMessages(
  {
    OFFICER: '经办',
    REVIEWER: '复核',
    HEAD: '负责人',
    AUDITOR: '稽核',
    otherRole: '本页供以下角色使用：{roles}。您的角色不能查看。',
  },
  {
    OFFICER: 'Case officer',
    REVIEWER: 'Reviewer',
    HEAD: 'Head',
    AUDITOR: 'Auditor',
    otherRole: 'This page is for: {roles}. Your role does not open it.',
  },
)
