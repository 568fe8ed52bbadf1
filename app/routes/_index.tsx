export default function Home() {
  return <h1 className="nhsuk-heading-l">Hublist</h1>;
}
