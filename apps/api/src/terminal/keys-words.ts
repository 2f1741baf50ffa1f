import type { Language } from '@shebao/kernel'
import type { KeyState, PlaceState } from '../platform/key-work.ts'

interface Words {
  usage: string
  confirmRotate: string
  confirmRewrap: string
  confirmRetire: (number: number) => string
  announced: (number: number, from: string) => string
  already: string
  full: string
  key: (key: KeyState) => string
  nothingLeft: string
  left: (places: readonly PlaceState[]) => string
  lost: (files: number) => string
  at: (place: string) => string
  notYet: string
  resealed: string
  more: string
  rewrapped: string
  sameSecret: string
  noOldSecret: string
  retired: (number: number) => string
  refused: {
    UNKNOWN: (number: number) => string
    SEALS: (number: number) => string
    TOO_EARLY: (number: number) => string
    IN_USE: (number: number, values: bigint) => string
  }
}

const minute = (at: Date) => `${at.toISOString().slice(0, 19).replace('T', ' ')}Z`

export const keysWords: Record<Language, Words> = {
  'zh-CN': {
    usage: '用法：shebao keys status | rotate --yes | reseal | retire <编号> --yes | rewrap --yes',
    confirmRotate: '将启用新的数据密钥，并在后台把全部数据改用新密钥加密，其间照常办理业务。请加上 --yes 确认。',
    confirmRewrap: '将用新的主密钥重新封装全部数据密钥。须先让所有进程同时持有新旧两把主密钥。请加上 --yes 确认。',
    confirmRetire: (number) =>
      `将销毁 ${number} 号数据密钥。此前的备份自带当时的密钥，不受影响；本库不可恢复。请加上 --yes 确认。`,
    announced: (number, from) => `${number} 号数据密钥已生成，自 ${from} 起用于加密；此前的密钥继续用于解密。`,
    already: '已有一把新密钥等待启用，请稍后再试。',
    full: '数据密钥编号已用完。',
    key: ({ number, state, madeAt, sealsFrom, retiredAt, values }) => {
      const states = {
        ANNOUNCED: `待启用，${minute(sealsFrom)} 起加密`,
        SEALS: '正在用于加密',
        OPENS: '仅用于解密',
        RETIRED: `已销毁 ${retiredAt ? minute(retiredAt) : ''}`,
      }
      return `${number} 号  生成于 ${minute(madeAt)}  ${states[state]}  加密数据 ${values} 项`
    },
    nothingLeft: '全部数据都由当前密钥加密。',
    left: (places) => `尚未完成：${places.map(({ place, resealed }) => `${place}（已改 ${resealed}）`).join('、')}`,
    lost: (files) => `有 ${files} 个文件已不在文件库中。`,
    at: (place) => `正在处理 ${place} …`,
    notYet: '新密钥刚刚启用，其他进程可能仍在使用旧密钥，请稍后再试。',
    resealed: '全部数据已改由当前密钥加密。',
    more: '部分数据正被使用，尚未全部完成；后台任务会继续，也可再次运行本命令。',
    rewrapped: '全部数据密钥已改由新的主密钥封装。现在可以从各进程中去掉旧的主密钥（SHEBAO_OLD_SECRET_KEY）。',
    sameSecret: '数据密钥已由现在的主密钥封装，无需处理。',
    noOldSecret: '请同时给出旧的主密钥：SHEBAO_OLD_SECRET_KEY 或 SHEBAO_OLD_SECRET_KEY_FILE。',
    retired: (number) => `${number} 号数据密钥已销毁。`,
    refused: {
      UNKNOWN: (number) => `没有可销毁的 ${number} 号数据密钥。`,
      SEALS: (number) => `${number} 号数据密钥正在使用或等待启用，不能销毁。`,
      TOO_EARLY: (number) => `${number} 号数据密钥停用不足一小时，仍可能有未结束的操作，请稍后再试。`,
      IN_USE: (number, values) => `仍有 ${values} 项数据由 ${number} 号密钥加密；后台任务会继续处理，完成后再销毁。`,
    },
  },
  en: {
    usage: 'Usage: shebao keys status | rotate --yes | reseal | retire <number> --yes | rewrap --yes',
    confirmRotate:
      'Another key will seal, and everything is sealed anew with it in the background while the office works on. Confirm with --yes.',
    confirmRewrap:
      'Every key will be wrapped with the new secret key. All processes must have both secret keys before. Confirm with --yes.',
    confirmRetire: (number) =>
      `Key ${number} will be destroyed. Backups of before have their own copy of it; this database will not. Confirm with --yes.`,
    announced: (number, from) => `Key ${number} is made and seals from ${from} on; the keys before go on opening.`,
    already: 'A new key is waiting for its time already: try again later.',
    full: 'There are no numbers left for keys.',
    key: ({ number, state, madeAt, sealsFrom, retiredAt, values }) => {
      const states = {
        ANNOUNCED: `seals from ${minute(sealsFrom)} on`,
        SEALS: 'seals',
        OPENS: 'only opens',
        RETIRED: `destroyed ${retiredAt ? minute(retiredAt) : ''}`,
      }
      return `key ${number}  made ${minute(madeAt)}  ${states[state]}  ${values} values`
    },
    nothingLeft: 'Everything is sealed with the key that seals now.',
    left: (places) =>
      `Not done: ${places.map(({ place, resealed }) => `${place} (${resealed} sealed anew)`).join(', ')}`,
    lost: (files) => `${files} files are not in the file store any more.`,
    at: (place) => `at ${place} …`,
    notYet:
      'The new key has only just begun to seal, and other processes may still use the one before: try again later.',
    resealed: 'Everything is sealed anew.',
    more: 'Some of it is in use and not done yet: the job goes on, or run this again.',
    rewrapped:
      'Every key is wrapped with the new secret key. The old one (SHEBAO_OLD_SECRET_KEY) can be taken from the processes now.',
    sameSecret: 'The keys are wrapped with this secret key already.',
    noOldSecret: 'Give the secret key of before as well: SHEBAO_OLD_SECRET_KEY or SHEBAO_OLD_SECRET_KEY_FILE.',
    retired: (number) => `Key ${number} is destroyed.`,
    refused: {
      UNKNOWN: (number) => `There is no key ${number} to destroy.`,
      SEALS: (number) => `Key ${number} seals, or is about to: it cannot be destroyed.`,
      TOO_EARLY: (number) =>
        `Key ${number} sealed within the last hour, and something may still be under way with it: try again later.`,
      IN_USE: (number, values) =>
        `${values} values are still sealed with key ${number}; the job goes on with them. Destroy the key when it is done.`,
    },
  },
}

export const timeOf = minute
