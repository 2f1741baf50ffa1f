import { words } from './words.ts'

/** Whose account it was that did something. */
export const sideWords = words(
  {
    SYSTEM: '系统',
    EMPLOYER: '用人单位',
    INSURED: '参保个人',
    STAFF: '经办机构',
    PARTNER: '合作机构',
    ANONYMOUS: '未登录',
  },
  {
    SYSTEM: 'System',
    EMPLOYER: 'Unit',
    INSURED: 'Insured person',
    STAFF: 'Office',
    PARTNER: 'Partner',
    ANONYMOUS: 'Not signed in',
  },
)
