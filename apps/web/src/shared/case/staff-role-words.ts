import { defineMessages } from '../lib/messages.ts'

/** In which role a member of staff acted; an entry may name several. */
export const roleWords = defineMessages(
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

type Role = keyof typeof roleWords.zh

const isRole = (code: string): code is Role => Object.hasOwn(roleWords.zh, code)

/** The roles in words; one that nobody has words for stands as it is. */
export const rolesInWords = (roles: string, t: (role: Role) => string): string =>
  roles
    .split(' ')
    .map((code) => (isRole(code) ? t(code) : code))
    .join(' · ')
