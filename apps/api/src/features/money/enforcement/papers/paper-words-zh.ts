import type { EnforcementPaper } from '../legal-steps.ts'
import type { KindWords } from './kind-words.ts'

const ifUnpaid =
  '逾期仍未缴纳或者补足的，本机构可以向银行和其他金融机构查询你单位的存款账户，并申请作出划拨社会保险费的决定；账户余额少于应缴数额的，可以要求提供担保、签订延期缴费协议；未足额缴纳且未提供担保的，可以申请人民法院扣押、查封、拍卖价值相当于应缴数额的财产，以拍卖所得抵缴（社会保险法第六十三条）。有关行政部门并处欠缴数额一倍以上三倍以下的罚款（第八十六条）。'

/** What each paper says in Chinese, the text that binds. */
export const kindWordsZh: Record<EnforcementPaper, KindWords> = {
  ORDER: {
    title: '责令限期缴纳社会保险费通知书',
    lines: [
      '经查明，你单位{ground}（{finding}）。自 {from} 起欠缴社会保险费 {principal} 元；滞纳金按日万分之五计算至 {on} 为 {lateFee} 元；合计 {total} 元（大写：{capitals}）。',
      '依照《中华人民共和国社会保险法》第六十三条、第八十六条和《社会保险费申报缴纳管理规定》第十六条，责令你单位自收到本通知书之日起 {payDays} 个工作日内，凭所列缴费通知单缴清上述款项。滞纳金逐日加收，直至缴清之日。',
      ifUnpaid,
    ],
  },
  QUERY_LETTER: {
    title: '存款账户查询函',
    lines: [
      '{unit}欠缴社会保险费，经责令限期缴纳（{orderOn} 作出，{orderEnds} 届满）仍未缴清。依照《中华人民共和国社会保险法》第六十三条，现向贵行查询该单位（统一社会信用代码 {code}）的存款账户。',
      '请书面或者经银行接口答复：在贵行的全部存款账户账号、各账户余额、余额的截止时间及答复编号；没有账户的，也请答复。',
      '查询内容仅用于征缴社会保险费。请予保密，并不得向被查询单位或者他人泄露。',
    ],
  },
  ALLOCATION_APPLICATION: {
    title: '划拨社会保险费申请书',
    lines: [
      '依照《中华人民共和国社会保险法》第六十三条，申请作出划拨社会保险费的决定。申请事项如下：',
      '一、用人单位：{unit}，统一社会信用代码 {code}。',
      '二、开户银行及账户：{bank}，账号 {account}，截至 {asOf} 余额 {balance} 元（答复编号 {reference}）。',
      '三、事实与理由：{facts}已于 {orderOn} 责令限期缴纳，{orderServed} 送达，{orderEnds} 届满未缴清。',
      '四、申请划拨数额：{total} 元（大写：{capitals}），其中社会保险费 {principal} 元、截至 {on} 的滞纳金 {lateFee} 元。',
      '五、其他：{other}',
    ],
  },
  DEMAND: {
    title: '催告书',
    lines: [
      '你单位经责令限期缴纳（{orderServed} 送达，{orderEnds} 届满），仍欠缴社会保险费 {principal} 元、截至 {on} 的滞纳金 {lateFee} 元，合计 {total} 元（大写：{capitals}）。',
      '依照《中华人民共和国行政强制法》第三十五条，现催告你单位自收到本催告书之日起 {termDays} 个工作日内，凭所列缴费通知单缴入社会保险费征收专户。滞纳金逐日加收，直至缴清之日。',
      '逾期无正当理由仍未履行的，将依照社会保险法第六十三条、行政强制法第三十七条作出划拨决定，并书面通知你单位的开户银行划拨。',
    ],
  },
  ALLOCATION_DECISION: {
    title: '划拨社会保险费决定书',
    lines: [
      '{unit}（统一社会信用代码 {code}）欠缴社会保险费，经责令限期缴纳（{orderOn}）和催告（{demandOn}）后，{hiding}仍欠社会保险费 {principal} 元、滞纳金 {lateFee} 元。',
      '理由：{reasons}',
      '依照《中华人民共和国社会保险法》第六十三条和《中华人民共和国行政强制法》第三十七条、第四十七条，决定从你单位在{bank}的存款账户（{account}）划拨社会保险费及滞纳金 {decided} 元（大写：{decidedCapitals}）。',
    ],
  },
  BANK_NOTICE: {
    title: '划拨通知书',
    lines: [
      '依照《中华人民共和国社会保险法》第六十三条、《中华人民共和国行政强制法》第四十七条和 {decisionOn} 作出的划拨决定，请贵行自收到本通知书时立即从{unit}（统一社会信用代码 {code}）的账户 {account} 划拨 {noticed} 元（大写：{noticedCapitals}）至社会保险费征收专户。',
      '账户余额不足的，请按余额划拨，并告知划拨数额。请在划拨后出具回执，写明数额、起息日和业务编号。',
      '法律规定以外的任何理由均不得拖延划拨；账户被依法冻结或者另有在先划拨的，请书面说明。',
    ],
  },
  DEFERRAL_AGREEMENT: {
    title: '延期缴费协议',
    lines: [
      '甲方：{office}。乙方：{unit}（统一社会信用代码 {code}）。乙方账户余额少于应缴数额，双方依照《中华人民共和国社会保险法》第六十三条签订本协议。',
      '一、乙方确认截至 {on} 欠缴社会保险费 {principal} 元、滞纳金 {lateFee} 元，合计 {total} 元（大写：{capitals}）。',
      '二、乙方以{guarantee}提供{guaranteeKind}担保，评估价值 {guaranteeValue} 元（评估报告 {valuationNo}），已办理登记（登记号 {registrationNo}）。',
      '三、乙方按下列分期计划缴纳，最后一期不迟于签订之日起 {deferralMonths} 个月。',
      '四、按期履行期间不加收滞纳金，职工的社会保险待遇不受影响。',
      '五、任何一期到期未足额缴纳的，自违约之日起恢复加收滞纳金，甲方书面通知后可以实现担保，或者申请人民法院强制执行。',
    ],
  },
  BREACH_NOTICE: {
    title: '延期缴费协议违约通知书',
    lines: [
      '你单位 {deferralOn} 签订的延期缴费协议有到期分期款未足额缴纳，{breachedOn} 起构成违约。现欠社会保险费 {principal} 元、滞纳金 {lateFee} 元，合计 {total} 元（大写：{capitals}），自违约之日起恢复加收滞纳金。',
      '依照《中华人民共和国社会保险法》第六十三条和协议约定，本机构将实现担保（{guaranteeKind}：{guarantee}，登记号 {registrationNo}）；担保不足的，申请人民法院强制执行。',
      '你单位可以随时缴清全部欠款，缴清后本案终止。',
    ],
  },
  COURT_DEMAND: {
    title: '申请人民法院强制执行前催告书',
    lines: [
      '你单位仍欠缴社会保险费 {principal} 元、截至 {on} 的滞纳金 {lateFee} 元，合计 {total} 元（大写：{capitals}），且未提供担保。',
      '依照《中华人民共和国行政强制法》第五十四条，催告你单位履行缴费义务。本催告书送达 {courtDemandDays} 个工作日后仍未履行的，本机构将依照社会保险法第六十三条、行政强制法第五十三条向有管辖权的人民法院申请强制执行。',
      '你单位可以就欠缴事实、数额提出意见，也可以提供担保并申请签订延期缴费协议。',
    ],
  },
  COURT_APPLICATION: {
    title: '强制执行申请书',
    lines: [
      '申请人：{office}。被申请人：{unit}，统一社会信用代码 {code}。',
      '请求：扣押、查封、拍卖被申请人价值相当于应缴社会保险费的财产，以拍卖所得抵缴社会保险费 {principal} 元、截至 {on} 的滞纳金 {lateFee} 元，合计 {total} 元（大写：{capitals}）。',
      '事实与理由：{facts}责令限期缴纳通知书 {orderServed} 送达，{orderEnds} 届满；强制执行前催告书 {courtDemandServed} 送达，{courtDemandEnds} 届满，被申请人未履行，亦未提供担保；复议和诉讼期限已满。',
      '依据：《中华人民共和国社会保险法》第六十三条，《中华人民共和国行政强制法》第五十三条至第五十五条。',
      '附：行政决定及送达回证、催告书及送达回证、被申请人的意见、欠费明细、财产线索。',
    ],
  },
  SEIZURE_LIST: {
    title: '查封、扣押财产清单',
    lines: [
      '被执行人{unit}（统一社会信用代码 {code}）欠缴社会保险费一案，依照 {ruledOn} 作出的准予强制执行裁定（{ruling}）和《中华人民共和国社会保险法》第六十三条，于 {on} 查封、扣押下列财产。',
      '查封、扣押的财产价值相当于应缴社会保险费 {principal} 元、截至 {on} 的滞纳金 {lateFee} 元，合计 {total} 元（大写：{capitals}）；不得超出执行所需（《中华人民共和国行政强制法》第二十三条）。',
      '任何单位和个人不得擅自动用、转移、损毁；缴清全部欠款的，随即解除。本清单一式两份，由被执行人和执行法院分别保存。',
    ],
  },
  OFFSET_STATEMENT: {
    title: '拍卖价款抵缴清单',
    lines: [
      '被执行人{unit}（统一社会信用代码 {code}）被查封、扣押的财产已于 {auctionOn} 拍卖成交（拍卖报告 {reportNo}），价款 {proceeds} 元。',
      '依照《中华人民共和国社会保险法》第六十三条，扣除费用 {costs} 元后，以 {offset} 元抵缴所欠社会保险费和滞纳金；余款 {surplus} 元退还被执行人。',
      '抵缴前欠缴合计 {total} 元（大写：{capitals}），抵缴后尚欠 {rest} 元。',
    ],
  },
  SUSPENSION_DECISION: {
    title: '中止执行决定书',
    lines: [
      '{unit}欠缴社会保险费一案，尚欠 {total} 元（大写：{capitals}）。',
      '因{suspension}：{explanation}',
      '依照《中华人民共和国行政强制法》第三十九条，决定自 {on} 起中止执行。中止的情形消失后恢复执行；没有明显社会危害、确无能力履行，中止满 {suspensionMonths} 个月未恢复的，不再执行。',
    ],
  },
  TERMINATION_DECISION: {
    title: '终结执行决定书',
    lines: [
      '{unit}欠缴社会保险费一案，尚欠 {total} 元（大写：{capitals}）。',
      '因{termination}（依据文书 {documentNo}）：{explanation}',
      '依照《中华人民共和国行政强制法》第四十条，决定自 {on} 起终结执行。终结执行不免除缴费义务；所欠款项的核销依照有关规定另行办理。',
    ],
  },
  FINE_NOTICE: {
    title: '行政处罚事先告知书',
    lines: [
      '罚款案号 {fineNumber}。{unit}（统一社会信用代码 {code}）经责令限期缴纳（{orderOn} 作出，{orderServed} 送达），至 {orderEnds} 届满仍未缴清，届满后欠缴社会保险费 {arrears} 元。',
      '事实与理由：{reasons}',
      '依照《中华人民共和国社会保险法》第八十六条（处欠缴数额一倍以上三倍以下的罚款）和《中华人民共和国行政处罚法》第四十四条，拟对你单位处罚款 {total} 元（大写：{capitals}）。',
      '罚款与社会保险费、滞纳金分别计算，不得互相抵顶。',
    ],
  },
  FINE_DECISION: {
    title: '行政处罚决定书',
    lines: [
      '罚款案号 {fineNumber}。{unit}（统一社会信用代码 {code}）经责令限期缴纳，至 {orderEnds} 届满仍欠缴社会保险费 {arrears} 元。{noticeOn} 已告知拟作出的处罚及陈述、申辩、听证的权利。{heard}',
      '理由：{reasons}',
      '依照《中华人民共和国社会保险法》第八十六条和《中华人民共和国行政处罚法》第五十七条，决定处罚款 {total} 元（大写：{capitals}）。',
      '请自收到本决定书之日起 {finePayDays} 日内到指定的银行缴纳罚款，上缴国库（行政处罚法第六十七条、第七十四条）。到期不缴纳的，可以每日按罚款数额的百分之三加处罚款，加处的数额不超过罚款的数额（第七十二条）。缴纳罚款不免除缴纳社会保险费和滞纳金的义务。',
    ],
  },
  NO_FINE_DECISION: {
    title: '不予行政处罚决定书',
    lines: [
      '罚款案号 {fineNumber}。{unit}（统一社会信用代码 {code}）经责令限期缴纳，至 {orderEnds} 届满时欠缴社会保险费 {arrears} 元。',
      '理由：{reasons}',
      '依照《中华人民共和国行政处罚法》第五十七条，决定不予行政处罚。所欠社会保险费和滞纳金仍应缴纳。',
    ],
  },
}
