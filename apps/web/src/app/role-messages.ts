import { defineMessages } from '../shared/lib/messages.ts'

export const roleMessages = defineMessages(
  {
    OFFICER: '经办',
    REVIEWER: '复核',
    HEAD: '负责人',
    AUDITOR: '稽核',
    ADMINISTRATOR: '系统管理员',
    COLLECTION_OFFICER: '征缴专员',
    TAX_OFFICER: '税务征收',
    HOTLINE_AGENT: '12333 座席',
    WINDOW_AGENT: '窗口',
  },
  {
    OFFICER: 'Case officer',
    REVIEWER: 'Reviewer',
    HEAD: 'Head',
    AUDITOR: 'Auditor',
    ADMINISTRATOR: 'Administrator',
    COLLECTION_OFFICER: 'Collection officer',
    TAX_OFFICER: 'Tax officer',
    HOTLINE_AGENT: 'Hotline agent',
    WINDOW_AGENT: 'Window agent',
  },
)
