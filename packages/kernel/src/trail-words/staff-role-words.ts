import { words } from './words.ts'

/** In which role a member of staff acted; an entry may name several. */
export const roleWords = words(
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

type Role = keyof typeof roleWords.zh

const isRole = (code: string): code is Role => Object.hasOwn(roleWords.zh, code)

/** The roles in words; one that nobody has words for stands as it is. */
export const rolesInWords = (roles: string, t: (role: Role) => string): string =>
  roles
    .split(' ')
    .map((code) => (isRole(code) ? t(code) : code))
    .join(' · ')
