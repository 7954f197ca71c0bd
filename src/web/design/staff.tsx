import './staff.css'

/** Five lines. Drawn wherever music is about to happen. */
export const Staff = () => <div className="staff" aria-hidden="true" />
