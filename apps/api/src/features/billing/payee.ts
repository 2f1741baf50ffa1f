/** The fund's income account that every notice names and the bank pays to. */
export const payeeAccount = '社会保险基金收入户（示范）'
