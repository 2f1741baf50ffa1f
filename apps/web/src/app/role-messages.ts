import { defineMessages } from '../shared/lib/messages.ts'

export const roleMessages = defineMessages(
  {
    OFFICER: '经办',
    REVIEWER: '复核',
    HEAD: '负责人',
    AUDITOR: '稽核',
    ADMINISTRATOR: '系统管理员',
    COLLECTION_OFFICER: '征缴专员',
  },
  {
    OFFICER: 'Case officer',
    REVIEWER: 'Reviewer',
    HEAD: 'Head',
    AUDITOR: 'Auditor',
    ADMINISTRATOR: 'Administrator',
    COLLECTION_OFFICER: 'Collection officer',
  },
)
