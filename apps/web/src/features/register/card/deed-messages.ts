import { defineMessages } from '../../../shared/lib/messages.ts'

/** What a card holder can have done, where, and what to bring. The bank application is the issuing bank’s business alone. */
export const deedMessages = defineMessages(
  {
    title: '现在可以办理',
    phone: '电话 {number}',
    toAccount: '修改密码',
    PROGRESS: '查询制卡进度',
    howPROGRESS: '请拨打下面的电话，或携带有效身份证件到窗口查询。',
    COLLECT: '领卡',
    howCOLLECT: '携带有效身份证件到申领地点领取；代领须带双方证件。',
    ACTIVATE: '启用社会保障应用',
    howACTIVATE:
      '携带有效身份证件和社保卡，到社保窗口或发卡银行网点启用；也可在定点医院持卡结算时启用，或拨打 12333 办理。',
    LOST: '卡丢了：挂失',
    howLOST:
      '先拨打下面的电话口头挂失，立即生效，几天后自动失效；再携带有效身份证件到窗口书面挂失。金融应用请同时向发卡银行挂失。',
    CHANGE_PASSWORD: '修改社保卡密码',
    howCHANGE_PASSWORD: '记得现在的密码，可以在这里修改。',
    FORGOTTEN: '忘记密码：重置',
    howFORGOTTEN: '携带有效身份证件到窗口重置，窗口会发给一次性验证码，用它设置新密码。',
    CONFIRM_LOSS: '确实丢了：书面挂失',
    howCONFIRM_LOSS: '口头挂失几天后自动失效。请在此之前携带有效身份证件到窗口书面挂失，并可同时补卡。',
    FOUND: '找到了',
    howFOUND: '口头挂失到期自动解除；急用时，请携带有效身份证件和社保卡到窗口解除。',
    REPLACE: '补卡',
    howREPLACE: '携带有效身份证件到窗口申请。卡号会变，社会保障号码不变。',
    RELEASE: '找到了：解除挂失',
    howRELEASE: '还没有申请补卡的，携带有效身份证件和社保卡到窗口解除；已申请补卡的，旧卡作废。',
    WHY_FROZEN: '了解原因、申请解冻',
    howWHY_FROZEN: '请拨打下面的电话，或携带有效身份证件到窗口办理。',
    UNLOCK: '解锁并重置密码',
    howUNLOCK: '只能由本人携带有效身份证件到窗口办理，窗口会发给一次性验证码，用它设置新密码。',
  },
  {
    title: 'What you can do now',
    phone: 'Phone {number}',
    toAccount: 'Change the password',
    PROGRESS: 'Ask how far the card is',
    howPROGRESS: 'Call the number below, or bring a valid identity document to the window.',
    COLLECT: 'Collect the card',
    howCOLLECT: 'Bring a valid identity document to where you applied. Somebody else needs both documents.',
    ACTIVATE: 'Activate the social security application',
    howACTIVATE:
      'Bring a valid identity document and the card to the office’s window or a branch of the issuing bank; or pay a settlement with it at a designated hospital, or call 12333.',
    LOST: 'Lost the card: report it',
    howLOST:
      'Call the number below: the card is blocked at once, but only for a few days. Then report it in writing at the window with a valid identity document. Report the bank application to the issuing bank as well.',
    CHANGE_PASSWORD: 'Change the card password',
    howCHANGE_PASSWORD: 'If you know the present one, you can change it here.',
    FORGOTTEN: 'Forgot the password: reset it',
    howFORGOTTEN:
      'Bring a valid identity document to the window. You get a one-time code there and choose a new password with it.',
    CONFIRM_LOSS: 'Really lost: report it in writing',
    howCONFIRM_LOSS:
      'The report by phone lapses after a few days. Before that, bring a valid identity document to the window; you can apply for a new card at once.',
    FOUND: 'Found it again',
    howFOUND:
      'The block ends by itself. If you need the card sooner, bring it and a valid identity document to the window.',
    REPLACE: 'Replace the card',
    howREPLACE:
      'Apply at the window with a valid identity document. The card number changes, the social security number does not.',
    RELEASE: 'Found it again: release it',
    howRELEASE:
      'If no replacement was applied for, bring the card and a valid identity document to the window; otherwise the old card is void.',
    WHY_FROZEN: 'Ask why, and have it released',
    howWHY_FROZEN: 'Call the number below, or bring a valid identity document to the window.',
    UNLOCK: 'Unlock it and reset the password',
    howUNLOCK:
      'Only you yourself, at the window, with a valid identity document. You get a one-time code there and choose a new password with it.',
  },
)
