import { defineMessages } from '../../../shared/lib/messages.ts'

/** Words of the record that is kept on a device. */
export const keepMessages = defineMessages(
  {
    keepTitle: '没有网络时也能查看',
    keepText:
      '把这份记录加密保留在本机，没有网络时解锁后可以查看。请只在您自己的设备上这样做；退出登录或他人登录时会删除。',
    keepBegin: '把记录保留在本机',
    keepByDevice: '用本机解锁（指纹、面容或锁屏密码）',
    keepDeviceFailed: '本机没有完成解锁，或者不支持这种方式。请重试，或者改用密码。',
    keepPassword: '为本机设置一个密码',
    keepPasswordHint: '至少 10 个字符，不能全是数字，不要用社保卡密码。忘记后可以重新保留。',
    keepPasswordWeak: '密码至少 10 个字符，并且不能全是数字。',
    keepByPassword: '用密码保留',
    keepFailed: '本机浏览器不能保留数据。请检查浏览器是否处于无痕模式，或者剩余空间不足。',
    kept: '已保留在本机（{date}）',
    keptOpen: '查看保留的记录',
    keptForget: '从本机删除',
    keptForgotten: '已从本机删除。',
    keptTitle: '本机保留的记录',
    keptNone: '本机没有保留记录',
    keptNoneText: '登录后可以在“记录”页把缴费记录保留在本机。',
    keptSignIn: '登录',
    keptLocked: '解锁后才能查看。记录只在本机解密，不会发送到任何地方。',
    keptUnlock: '解锁',
    keptPassword: '保留时设置的密码',
    keptWrong: '没有打开。请核对密码，或者重新用本机解锁；忘记密码的，请从本机删除，联网登录后重新保留。',
    keptAsOf: '截至 {date} 的记录，之后的缴费不在其中。联网登录后可以查看最新记录。',
    keptUnreadable: '这份记录由旧版本保留，不能再显示。请从本机删除，联网登录后重新保留。',
  },
  {
    keepTitle: 'To be read without a network',
    keepText:
      'Keep this record on this device, encrypted: without a network it opens after unlocking. Only do so on a device of your own. It goes when you sign out or somebody else signs in.',
    keepBegin: 'Keep my record on this device',
    keepByDevice: 'Unlock with this device (finger, face or its code)',
    keepDeviceFailed: 'The device was not unlocked, or cannot be used in this way. Try again, or take a password.',
    keepPassword: 'A password for this device',
    keepPasswordHint:
      "At least 10 characters, not digits only, and not your card's. Should you forget it, keep the record anew.",
    keepPasswordWeak: 'The password needs at least 10 characters that are not digits only.',
    keepByPassword: 'Keep with a password',
    keepFailed: 'This browser cannot keep anything. It may be in private mode, or short of room.',
    kept: 'Kept on this device ({date})',
    keptOpen: 'Open the kept record',
    keptForget: 'Remove from this device',
    keptForgotten: 'Removed from this device.',
    keptTitle: 'Record kept on this device',
    keptNone: 'No record is kept on this device',
    keptNoneText: 'Once signed in, you can keep yours on the page “Record”.',
    keptSignIn: 'Sign in',
    keptLocked: 'It opens after unlocking. It is decrypted on this device only and sent nowhere.',
    keptUnlock: 'Unlock',
    keptPassword: 'The password you chose when keeping it',
    keptWrong:
      'It did not open. Check the password, or unlock the device again. If you forgot it, remove the record here and keep it anew after signing in.',
    keptAsOf: 'As of {date}; nothing paid since is in it. Sign in with a network to see the latest.',
    keptUnreadable:
      'An older version kept this record, and it cannot be shown any more. Remove it here and keep it anew after signing in.',
  },
)
