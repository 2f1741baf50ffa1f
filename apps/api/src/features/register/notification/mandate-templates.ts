import { dateIn } from './template.ts'
import type { Template } from './template.ts'

const mandates = () => '/employer/mandates'

export const mandateOffered: Template<'MANDATE_OFFERED'> = {
  path: mandates,
  'zh-CN': ({ unit, unitNo, validFrom, validTo }) => ({
    title: `${unit}请贵单位代理社保业务`,
    body: `${unit}（登记证号 ${unitNo}）拟委托贵单位代理社保业务，委托期 ${dateIn('zh-CN', validFrom)}至 ${dateIn('zh-CN', validTo)}。请管理员在“委托代理”页接受或谢绝，接受前不能代理。`,
    sms: `单位${unitNo}拟委托贵单位代理社保业务，请登录接受或谢绝。`,
  }),
  en: ({ unit, unitNo, validFrom, validTo }) => ({
    title: `${unit} asks you to act for it`,
    body: `${unit} (${unitNo}) offers you a mandate from ${dateIn('en', validFrom)} to ${dateIn('en', validTo)}. An administrator accepts or declines it under “Mandates”; nobody acts under it before.`,
    sms: `Unit ${unitNo} offers you a mandate. Sign in to accept or decline it.`,
  }),
}

export const mandateAccepted: Template<'MANDATE_ACCEPTED'> = {
  path: mandates,
  'zh-CN': ({ unit, unitNo, validFrom, validTo }) => ({
    title: `${unit}已接受委托`,
    body: `${unit}（登记证号 ${unitNo}）已接受委托，自 ${dateIn('zh-CN', validFrom)}至 ${dateIn('zh-CN', validTo)}可按约定权限代为办理。可以随时终止委托。`,
    sms: `单位${unitNo}已接受贵单位的委托，期限至${dateIn('zh-CN', validTo)}。`,
  }),
  en: ({ unit, unitNo, validFrom, validTo }) => ({
    title: `${unit} accepted the mandate`,
    body: `${unit} (${unitNo}) accepted it and acts within the duties agreed from ${dateIn('en', validFrom)} to ${dateIn('en', validTo)}. The mandate can be ended at any time.`,
    sms: `Unit ${unitNo} accepted the mandate, which holds until ${dateIn('en', validTo)}.`,
  }),
}

export const mandateDeclined: Template<'MANDATE_DECLINED'> = {
  path: mandates,
  'zh-CN': ({ unit, unitNo }) => ({
    title: `${unit}谢绝了委托`,
    body: `${unit}（登记证号 ${unitNo}）谢绝了委托，不会代理贵单位的业务。可以另行委托。`,
    sms: `单位${unitNo}谢绝了贵单位的委托，可另行委托。`,
  }),
  en: ({ unit, unitNo }) => ({
    title: `${unit} declined the mandate`,
    body: `${unit} (${unitNo}) declined the mandate and does not act for you. You may offer another one.`,
    sms: `Unit ${unitNo} declined the mandate. You may offer another one.`,
  }),
}

export const mandateEnded: Template<'MANDATE_ENDED'> = {
  path: mandates,
  'zh-CN': ({ unit, unitNo, lastDay }) => ({
    title: `与${unit}的委托已终止`,
    body: `贵单位与${unit}（登记证号 ${unitNo}）之间的委托代理已于 ${dateIn('zh-CN', lastDay)}终止。未完成的申报仍保存在委托单位名下，由委托单位继续办理；需要时可以重新委托。`,
    sms: `贵单位与单位${unitNo}之间的委托代理已于${dateIn('zh-CN', lastDay)}终止。`,
  }),
  en: ({ unit, unitNo, lastDay }) => ({
    title: `The mandate with ${unit} has ended`,
    body: `The mandate between you and ${unit} (${unitNo}) ended on ${dateIn('en', lastDay)}. What was begun stays with the employer, which goes on with it; a new mandate can be given.`,
    sms: `The mandate between you and unit ${unitNo} ended on ${dateIn('en', lastDay)}.`,
  }),
}

export const mandateEndsSoon: Template<'MANDATE_ENDS_SOON'> = {
  path: mandates,
  'zh-CN': ({ unit, unitNo, validTo }) => ({
    title: `与${unit}的委托即将到期`,
    body: `贵单位与${unit}（登记证号 ${unitNo}）之间的委托代理最后一日为 ${dateIn('zh-CN', validTo)}，之后不能再代理。需要继续的，由委托单位先终止现有委托，再重新委托。`,
    sms: `贵单位与单位${unitNo}之间的委托代理将于${dateIn('zh-CN', validTo)}到期。`,
  }),
  en: ({ unit, unitNo, validTo }) => ({
    title: `The mandate with ${unit} ends soon`,
    body: `The last day of the mandate between you and ${unit} (${unitNo}) is ${dateIn('en', validTo)}; nobody acts under it after that. To go on, the employer ends it and gives a new one.`,
    sms: `The mandate between you and unit ${unitNo} ends on ${dateIn('en', validTo)}.`,
  }),
}
