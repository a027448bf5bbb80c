/** A place where a text will stand in a moment. */
export function Bone({ className }: { readonly className: string }) {
  return <span className={`block rounded-full bg-sunken motion-safe:animate-pulse ${className}`} />;
}
