/** Whom a patient calls, as their site has set it. */
export interface WhomToCallView {
  hospital: string;
  phone: string;
  hours: string;
}

/** Whom to call, or, where the site has not set it, where the number stands. */
export function WhomToCall({ call }: { call: WhomToCallView }) {
  const { hospital, phone, hours } = call;
  if (phone === "") return <p>Call {hospital}. The number is on your letter from the hospital.</p>;
  return (
    <p>
      Call {hospital} on <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>
      {hours ? `, ${hours}` : ""}.
    </p>
  );
}
