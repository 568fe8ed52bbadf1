interface ProgressBarProps {
  id: string;
  label: string;
  /** Share done, 0 to 1; null: not known. */
  share: number | null;
  /** What is happening now, announced to screen readers when it changes. */
  status?: string;
}

/** How far something has come. */
export function ProgressBar({ id, label, share, status }: ProgressBarProps) {
  return (
    <div className="app-progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={100} value={share === null ? undefined : Math.round(share * 100)} />
      <p className="nhsuk-body-s" role="status">
        {status}
      </p>
    </div>
  );
}
