/** The outline of a page that is on its way. */
export function Waiting() {
  return (
    <div className="waiting" aria-busy="true">
      <div className="waiting-line waiting-title" />
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className="waiting-line" style={{ width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
