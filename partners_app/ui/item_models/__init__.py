"""What lists, trees and tables show, as Qt asks for it."""
