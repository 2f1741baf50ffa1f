/**
 * The shares of each `notice` of a statement, read bill by bill. Joined to the view, even so, the whole ledger would be added up before
 * the few bills that are asked about are picked out of it; OFFSET keeps the planner from making it that join.
 */
export const sharesOfNotice =
  'CROSS JOIN LATERAL (SELECT * FROM notice_share_balance WHERE notice_id = notice.id OFFSET 0) share'
