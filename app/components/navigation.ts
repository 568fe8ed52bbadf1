/** One place of the primary navigation. */
export interface NavigationItem {
  to: string;
  text: string;
}
